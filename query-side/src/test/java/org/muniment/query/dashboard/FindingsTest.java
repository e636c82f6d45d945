package org.muniment.query.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muniment.query.picture.PlanExamples.CUT_OFF;
import static org.muniment.query.picture.PlanExamples.JULY;
import static org.muniment.query.picture.PlanExamples.PLAN;
import static org.muniment.query.picture.PlanExamples.SAS;
import static org.muniment.query.picture.PlanExamples.actual;
import static org.muniment.query.picture.PlanExamples.annually;
import static org.muniment.query.picture.PlanExamples.completed;
import static org.muniment.query.picture.PlanExamples.definition;
import static org.muniment.query.picture.PlanExamples.forecast;
import static org.muniment.query.picture.PlanExamples.kpi;
import static org.muniment.query.picture.PlanExamples.line;
import static org.muniment.query.picture.PlanExamples.picture;
import static org.muniment.query.picture.PlanExamples.progress;
import static org.muniment.query.picture.PlanExamples.project;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.muniment.kernel.budget.BudgetLineKind;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.findings.Finding;
import org.muniment.kernel.kpi.KpiDefinition;
import org.muniment.kernel.kpi.KpiEvent.KpiDefined;
import org.muniment.kernel.kpi.Profile;
import org.muniment.kernel.kpi.ProfiledTarget;
import org.muniment.kernel.plan.FigureName;
import org.muniment.kernel.plan.PlanEvent.FigureStated;
import org.muniment.kernel.plan.PlanEvent.VariationExplained;
import org.muniment.kernel.plan.PlanRecord;
import org.muniment.kernel.plan.VariationItem;
import org.muniment.kernel.project.ProgressStatus;
import org.muniment.kernel.words.Title;

/** Each contradiction is found, and a sound record has none. */
class FindingsTest {
    @Test
    void aSoundRecordHasNoFindings() {
        assertThat(
                        findings(
                                kpi("k", SAS),
                                actual("k", JULY, "100"),
                                project("done", "2017-04", "2017-06"),
                                completed("done", "2017-07-31"),
                                project("late", "2017-04", "2017-07"),
                                progress("late", CUT_OFF, ProgressStatus.AMBER),
                                line("l", "1.031", BudgetLineKind.BASE),
                                forecast("l", CUT_OFF, "1.000"),
                                explained("0.031", "0.024", "0.007"),
                                stated("projects.total", "2"),
                                stated("projects.SAS.completed", "1"),
                                stated("kpis.k.actual", "100"),
                                stated("budget.total.variance", "0.03"),
                                stated("kpis.k.share.early", "42"),
                                stated("kpis.k.share.late", "58")))
                .isEmpty();
    }

    @Test
    void aStatedFigureThatIsNotTheComputedOneIsFound() {
        Finding finding =
                only(findings(project("p", "2017-04", "2017-12"), stated("projects.total", "25")));

        assertThat(finding.id()).isEqualTo("stated-figure-differs");
        assertThat(finding.severity()).isEqualTo(Finding.Severity.ERROR);
        assertThat(finding.stated()).isEqualTo("25");
        assertThat(finding.computed()).isEqualTo("1");
    }

    @Test
    void aStatementIsComparedAsAtItsOwnDay() {
        PlanRecord[] events = {
            kpi("k", SAS),
            actual("k", JULY, "100"),
            stated("kpis.green", "1"),
            actual("k", JULY.plusMonths(1), "95")
        };

        assertThat(Dashboard.of(picture(events), null, CUT_OFF.plusMonths(1)).findings()).isEmpty();
    }

    @Test
    void aStatedFigureThatHasNoNameHereIsSaidToBeUncompared() {
        assertThat(only(findings(stated("projects.purple", "3"))).id())
                .isEqualTo("stated-figure-unknown");
    }

    @Test
    void aVariationWhoseItemsDoNotAddUpIsFound() {
        Finding finding = only(findings(explained("0.033", "0.024", "0.016", "-0.011", "0.002")));

        assertThat(finding.id()).isEqualTo("variation-does-not-reconcile");
        assertThat(finding.stated()).isEqualTo("0.033");
        assertThat(finding.computed()).isEqualTo("0.031");
    }

    @Test
    void aVariationThatIsNotTheBudgetsIsFound() {
        Finding finding =
                only(
                        findings(
                                line("l", "1.000", BudgetLineKind.BASE),
                                forecast("l", CUT_OFF, "0.900"),
                                explained("0.050", "0.050")));

        assertThat(finding.stated()).isEqualTo("0.050");
        assertThat(finding.computed()).isEqualTo("0.100");
        assertThat(
                        ids(
                                line("l", "1.000", BudgetLineKind.BASE),
                                forecast("l", CUT_OFF, "0.900"),
                                explained(null, "0.050")))
                .containsExactly("variation-does-not-reconcile");
    }

    @Test
    void impossibleAndLateDatesAreFound() {
        assertThat(ids(project("p", "2018-04", "2018-07"), completed("p", "2017-07-20")))
                .containsExactly("completed-before-start");
        assertThat(ids(project("p", "2017-04", "2017-09"), completed("p", "2017-08-01")))
                .containsExactly("knowledge-after-cut-off");
        assertThat(
                        ids(
                                project("p", "2017-04", "2017-09"),
                                progress("p", CUT_OFF.plusDays(1), ProgressStatus.GREEN)))
                .containsExactly("knowledge-after-cut-off");
        assertThat(
                        ids(
                                project("p", "2017-04", "2017-06"),
                                progress("p", CUT_OFF, ProgressStatus.AMBER)))
                .containsExactly("overdue-without-new-date");
    }

    @Test
    void aGreenThatMeasuredNothingIsFound() {
        KpiDefined accumulating = withProfile("k", "0", true);

        assertThat(ids(accumulating, actual(PLAN, "k", JULY, "0", "0", null)))
                .containsExactly("not-applicable-counted-green");
        assertThat(ids(kpi("k", SAS), actual(PLAN, "k", JULY, "100", "100", "Not applicable yet")))
                .containsExactly("not-applicable-counted-green");
    }

    @Test
    void aTargetToDateAboveTheYearsIsFound() {
        assertThat(ids(withProfile("k", "100", false), actual(PLAN, "k", JULY, "100", "100", null)))
                .containsExactly("target-to-date-above-annual");
    }

    @Test
    void aRateThatBeginsAtZeroIsFoundButNotWhatAccumulates() {
        assertThat(ids(withProfile("k", "0", false), actual(PLAN, "k", JULY, "5", "0", null)))
                .containsExactly("rate-target-zero");
        assertThat(ids(withProfile("k", "0", true), actual(PLAN, "k", JULY, "5", "0", null)))
                .isEmpty();
    }

    @Test
    void sharesThatAreNotAWholeAreFound() {
        Finding finding =
                only(
                        findings(
                                stated("kpis.k.share.early", "42"),
                                stated("kpis.k.share.on-time", "42"),
                                stated("kpis.k.share.late", "17")));

        assertThat(finding.id()).isEqualTo("shares-do-not-add");
        assertThat(finding.severity()).isEqualTo(Finding.Severity.WARNING);
        assertThat(finding.stated()).isEqualTo("101");
    }

    private static KpiDefined withProfile(String id, String july, boolean accumulates) {
        Profile profile = new Profile(List.of(new ProfiledTarget(JULY, Figure.of(july))));
        KpiDefinition plain = definition(SAS, annually("98"), profile);
        return kpi(
                PLAN,
                id,
                new KpiDefinition(
                        plain.service(),
                        plain.section(),
                        plain.title(),
                        plain.scope(),
                        plain.lead(),
                        plain.unit(),
                        plain.polarity(),
                        plain.band(),
                        accumulates,
                        plain.priorActual(),
                        plain.annualTarget(),
                        plain.cadence(),
                        plain.profile()));
    }

    private static FigureStated stated(String figure, String value) {
        return new FigureStated(
                PLAN, CUT_OFF, new FigureName(figure), Figure.of(value), new Title("Summary"));
    }

    private static VariationExplained explained(String total, String... amounts) {
        return new VariationExplained(
                PLAN,
                CUT_OFF,
                Stream.of(amounts)
                        .map(amount -> new VariationItem(new Title("Cause"), Figure.of(amount)))
                        .toList(),
                total == null ? null : Figure.of(total));
    }

    private static List<Finding> findings(PlanRecord... events) {
        return Dashboard.of(picture(events), null, CUT_OFF).findings();
    }

    private static List<String> ids(PlanRecord... events) {
        return findings(events).stream().map(Finding::id).toList();
    }

    private static Finding only(List<Finding> findings) {
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }
}
