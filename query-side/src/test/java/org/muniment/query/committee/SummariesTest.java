package org.muniment.query.committee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muniment.query.picture.PlanExamples.CUT_OFF;
import static org.muniment.query.picture.PlanExamples.JULY;
import static org.muniment.query.picture.PlanExamples.SAS;
import static org.muniment.query.picture.PlanExamples.SFS;
import static org.muniment.query.picture.PlanExamples.actual;
import static org.muniment.query.picture.PlanExamples.forecast;
import static org.muniment.query.picture.PlanExamples.kpi;
import static org.muniment.query.picture.PlanExamples.line;
import static org.muniment.query.picture.PlanExamples.picture;
import static org.muniment.query.picture.PlanExamples.progress;
import static org.muniment.query.picture.PlanExamples.project;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.muniment.kernel.budget.BudgetLineKind;
import org.muniment.kernel.project.ProgressStatus;
import org.muniment.query.committee.Summary.Count;
import org.muniment.query.committee.Summary.Line;
import org.muniment.query.dashboard.KpiRow;
import org.muniment.query.dashboard.Tables;
import org.muniment.query.picture.PlanPicture;

class SummariesTest {
    private static final PlanPicture BEFORE =
            picture(
                    kpi("one", SAS),
                    kpi("two", SFS),
                    actual("one", JULY, "50"),
                    project("p", "2017-04", "2017-12"),
                    progress("p", CUT_OFF, ProgressStatus.AMBER));

    private static final PlanPicture AFTER =
            picture(
                    kpi("one", SAS),
                    kpi("two", SFS),
                    actual("one", JULY, "100"),
                    actual("two", JULY, "100"),
                    project("p", "2017-04", "2017-12"),
                    progress("p", CUT_OFF, ProgressStatus.AMBER));

    @Test
    void aSummaryHasTheServicesAcrossAndNamesItsFigures() {
        Summary kpis = Summaries.of(BEFORE, Tables.of(BEFORE, CUT_OFF)).kpis();

        assertThat(lineOf(kpis, "Red: more than 5% off target").counts())
                .containsExactly(
                        new Count("kpis.SAS.red", 1),
                        new Count("kpis.SFS.red", 0),
                        new Count("kpis.red", 1));
        assertThat(lineOf(kpis, "Total").counts())
                .extracting(Count::value)
                .containsExactly(1L, 1L, 2L);
    }

    @Test
    void theThreeLightsAreAlwaysShownAndTheRestWhereThereIsAny() {
        Summaries summaries = Summaries.of(BEFORE, Tables.of(BEFORE, CUT_OFF));

        assertThat(summaries.kpis().shown())
                .extracting(Line::label)
                .containsExactly(
                        "Green: on target",
                        "Amber: within 5% of target",
                        "Red: more than 5% off target",
                        "Not measured",
                        "Total");
        assertThat(summaries.projects().shown())
                .extracting(Line::label)
                .containsExactly("Green: on track", "Amber", "Red", "Total");
    }

    @Test
    void twoMomentsAreComparedCellByCell() {
        List<SummaryPair> pairs = Summaries.of(BEFORE, CUT_OFF, AFTER, CUT_OFF);

        SummaryPair kpis = pairs.get(1);
        assertThat(kpis.lines())
                .extracting(SummaryPair.Pair::label)
                .contains("Not measured")
                .doesNotContain("Not applicable");
        assertThat(kpis.lines().get(0).cells())
                .containsExactly(
                        new SummaryPair.Cell(0, 1),
                        new SummaryPair.Cell(0, 1),
                        new SummaryPair.Cell(0, 2));
        assertThat(kpis.lines().get(0).cells()).allMatch(SummaryPair.Cell::changed);
        assertThat(pairs.get(0).lines())
                .flatExtracting(SummaryPair.Pair::cells)
                .noneMatch(SummaryPair.Cell::changed);
    }

    @Test
    void aReportIsThreeSentences() {
        PlanPicture picture =
                picture(
                        kpi("one", SAS),
                        actual("one", JULY, "50"),
                        project("p", "2017-04", "2017-12"),
                        progress("p", CUT_OFF, ProgressStatus.GREEN),
                        line("l", "1.000", BudgetLineKind.BASE),
                        forecast("l", CUT_OFF, "1.250"));

        assertThat(Headlines.of(Tables.of(picture, CUT_OFF)))
                .containsExactly(
                        "1 of the 1 key projects is completed or on track.",
                        "Of the 1 performance indicators 1 is red, 0 amber and 0 green; 0 are"
                                + " without a status.",
                        "The budget is forecast to be overspent by £0.250m.");
        assertThat(Headlines.of(Tables.of(picture(), CUT_OFF)))
                .containsExactly(
                        "There are no key projects yet.",
                        "There are no performance indicators yet.",
                        "No budget has been approved yet.");
    }

    @Test
    void anAppendixLeavesOutServicesAndSectionsWithoutRows() {
        Appendix<KpiRow> appendix =
                Appendix.of(
                        BEFORE.adopted().terms().services(),
                        Tables.of(BEFORE, CUT_OFF).kpis().rows().subList(0, 1),
                        KpiRow::service,
                        KpiRow::section);

        assertThat(appendix.services())
                .singleElement()
                .satisfies(
                        service -> {
                            assertThat(service.name()).isEqualTo("Assurance");
                            assertThat(service.sections())
                                    .singleElement()
                                    .satisfies(
                                            section ->
                                                    assertThat(section.rows())
                                                            .extracting(KpiRow::id)
                                                            .containsExactly("one"));
                        });
    }

    private static Line lineOf(Summary summary, String label) {
        return summary.lines().stream()
                .filter(line -> line.label().equals(label))
                .findFirst()
                .orElseThrow();
    }
}
