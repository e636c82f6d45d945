package org.muniment.query.why;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muniment.query.picture.PlanExamples.CUT_OFF;
import static org.muniment.query.picture.PlanExamples.JULY;
import static org.muniment.query.picture.PlanExamples.PLAN;
import static org.muniment.query.picture.PlanExamples.SAS;
import static org.muniment.query.picture.PlanExamples.SFS;
import static org.muniment.query.picture.PlanExamples.actual;
import static org.muniment.query.picture.PlanExamples.adopted;
import static org.muniment.query.picture.PlanExamples.annually;
import static org.muniment.query.picture.PlanExamples.completed;
import static org.muniment.query.picture.PlanExamples.definition;
import static org.muniment.query.picture.PlanExamples.fold;
import static org.muniment.query.picture.PlanExamples.forecast;
import static org.muniment.query.picture.PlanExamples.kpi;
import static org.muniment.query.picture.PlanExamples.line;
import static org.muniment.query.picture.PlanExamples.logged;
import static org.muniment.query.picture.PlanExamples.progress;
import static org.muniment.query.picture.PlanExamples.project;
import static org.muniment.query.picture.PlanExamples.restated;
import static org.muniment.query.picture.PlanExamples.signedOff;
import static org.muniment.query.picture.PlanExamples.text;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.muniment.kernel.budget.BudgetLineEvent.BudgetLineAdjusted;
import org.muniment.kernel.budget.BudgetLineId;
import org.muniment.kernel.budget.BudgetLineKind;
import org.muniment.kernel.figures.Derivation;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.figures.Judgement;
import org.muniment.kernel.figures.Status;
import org.muniment.kernel.findings.Finding;
import org.muniment.kernel.kpi.AnnualTarget;
import org.muniment.kernel.kpi.KpiEvent.KpiActualRecorded;
import org.muniment.kernel.kpi.KpiEvent.KpiNotMeasuredRecorded;
import org.muniment.kernel.kpi.KpiEvent.KpiTargetRevised;
import org.muniment.kernel.kpi.KpiId;
import org.muniment.kernel.kpi.Measurement;
import org.muniment.kernel.kpi.NotMeasuredReason;
import org.muniment.kernel.kpi.Profile;
import org.muniment.kernel.kpi.ProfiledTarget;
import org.muniment.kernel.plan.FigureName;
import org.muniment.kernel.plan.PlanEvent.FigureStated;
import org.muniment.kernel.plan.PlanEvent.VariationExplained;
import org.muniment.kernel.plan.PlanRecord;
import org.muniment.kernel.plan.VariationItem;
import org.muniment.kernel.project.ProgressStatus;
import org.muniment.kernel.project.ProjectEvent.ProjectRescheduled;
import org.muniment.kernel.project.ProjectId;
import org.muniment.kernel.time.MonthOrDay;
import org.muniment.kernel.words.Title;
import org.muniment.query.dashboard.Dashboard;
import org.muniment.query.dashboard.FigureBook;
import org.muniment.query.why.Explained.Counted;

class FiguresTest {
    private static final YearMonth JUNE = YearMonth.of(2017, 6);

    @Test
    void aRestatedFigureSaysWhatHadBeenReportedAndWhy() {
        Figures figures =
                after(kpi("k", SAS), actual("k", JULY, "100"), restated("k", JULY, "100", "83.33"));

        assertThat(because(figures, "kpis.k.actual"))
                .containsExactly(
                        "100 was recorded for July 2017.",
                        "It was restated as 83.33; 100 had been reported. The reason given:"
                                + " Miscounted");
        assertThat(one(figures, "kpis.k.actual").positions()).containsExactly(3L, 4L);
        assertThat(because(figures, "kpis.k.status"))
                .contains(
                        "83.33 is 16.67 below the target of 100; more than 5% of the target (5.00)"
                                + " below is RED.");
    }

    @Test
    void aFigureWorkedOutFromCountsSaysHowItWasRounded() {
        Figures figures = after(kpi("k", SAS), counted("83.33", "20", "24"));

        assertThat(because(figures, "kpis.k.actual"))
                .contains(
                        "It was worked out from 20 of 24: 20 ÷ 24 × 100 = 83.33, rounded half up to"
                                + " 2 decimal places.");
        assertThat(because(after(kpi("k", SAS), counted("75", "3", "4")), "kpis.k.actual"))
                .contains("It was worked out from 3 of 4: 3 ÷ 4 × 100 = 75 exactly.");
    }

    @Test
    void aFigureSaidAgainNamesTheOneItReplaced() {
        assertThat(
                        because(
                                after(
                                        kpi("k", SAS),
                                        actual("k", JULY, "90"),
                                        actual("k", JULY, "95")),
                                "kpis.k.actual"))
                .containsExactly(
                        "90 was recorded for July 2017.",
                        "95 was recorded for July 2017, in place of 90.");
    }

    @Test
    void anEarlierMonthIsShownAsSuch() {
        assertThat(because(after(kpi("k", SAS), actual("k", JUNE, "100")), "kpis.k.actual"))
                .contains(
                        "Nothing was said of a later month up to 31 July 2017, so June 2017 is the"
                                + " month shown.");
    }

    @Test
    void aFigureThatIsMissingSaysWhy() {
        assertThat(because(after(kpi("k", SAS)), "kpis.k.status"))
                .containsExactly(
                        "Nothing was recorded up to 31 July 2017, so it counts as not measured.");
        Figures annual =
                after(
                        kpi("k", SAS),
                        new KpiNotMeasuredRecorded(
                                new KpiId("k"), PLAN, JULY, NotMeasuredReason.ANNUAL, null));
        assertThat(because(annual, "kpis.k.status"))
                .containsExactly("There is no figure of July 2017: it is measured once a year.");
    }

    @Test
    void theTargetIsTheOneOfTheDayOfRecording() {
        Profile profile =
                new Profile(List.of(new ProfiledTarget(YearMonth.of(2017, 4), Figure.of("100"))));
        Figures figures =
                after(
                        kpi(PLAN, "k", definition(SAS, annually("100"), profile)),
                        actual("k", JULY, "95"),
                        new KpiTargetRevised(
                                new KpiId("k"), PLAN, annually("90"), Profile.NONE, text("Eased")));

        assertThat(because(figures, "kpis.k.targetToDate"))
                .containsExactly(
                        "95 was judged against 100: the profile names 100 from April 2017 on.",
                        "The target was revised after that. What was judged stays as it was judged;"
                                + " a figure of that month would now be judged against 90.");
        assertThat(because(figures, "kpis.k.annualTarget"))
                .contains("The target was revised to 90. The reason given: Eased");
    }

    @Test
    void aDerivedTargetShowsItsRounding() {
        AnnualTarget derived = new AnnualTarget(null, null, new Derivation("0.110 x 1.15"));

        assertThat(
                        because(
                                after(kpi(PLAN, "k", definition(SAS, derived, Profile.NONE))),
                                "kpis.k.annualTarget"))
                .contains(
                        "It was worked out as 0.110 x 1.15 = 0.127, rounded half up to 3 decimal"
                                + " places.");
    }

    @Test
    void aBudgetIsItsApprovalAndEveryChangeByWhom() {
        Figures figures =
                after(
                        line("salaries", "1.400", BudgetLineKind.BASE),
                        adjusted("salaries", "-0.010", "1.390", "training"),
                        adjusted("salaries", "0.003", "1.393", null),
                        forecast("salaries", CUT_OFF, "1.362"));

        assertThat(because(figures, "budget.salaries.budget"))
                .containsExactly(
                        "£1.400m was approved.",
                        "somebody changed it by -0.010, a virement: the opposite change was made to"
                                + " the line training. The reason given: Moved",
                        "somebody changed it by 0.003. The reason given: Moved",
                        "1.400 - 0.010 + 0.003 = 1.393.");
        assertThat(because(figures, "budget.salaries.variance"))
                .containsExactly("Budget less forecast: 1.393 - 1.362 = 0.031, an underspend.");
    }

    @Test
    void theLatestForecastUpToTheCutOffIsShown() {
        Figures figures =
                after(
                        line("l", "1", BudgetLineKind.BASE),
                        forecast("l", CUT_OFF, "1.1"),
                        forecast("l", LocalDate.of(2017, 6, 30), "0.9"),
                        forecast("l", CUT_OFF.plusDays(1), "2"),
                        forecast("l", CUT_OFF, "1.2"));

        assertThat(because(figures, "budget.l.forecast"))
                .containsExactly(
                        "somebody forecast an outturn of 1.1 as at 31 July 2017.",
                        "somebody forecast an outturn of 1.2 as at 31 July 2017, in place of 1.1.",
                        "It is the forecast of the latest day up to 31 July 2017.");
        assertThat(one(figures, "budget.l.forecast").positions()).containsExactly(3L, 6L);
    }

    @Test
    void aTotalAddsItsLinesAndListsThem() {
        Figures figures =
                after(
                        line("a", "1.5", BudgetLineKind.BASE),
                        line("b", "-0.2", BudgetLineKind.BASE),
                        line("c", "0.1", BudgetLineKind.BROUGHT_FORWARD),
                        forecast("a", CUT_OFF, "1"));

        assertThat(because(figures, "budget.total.budget")).contains("1.5 - 0.2 + 0.1 = 1.4.");
        assertThat(because(figures, "budget.subTotal.budget")).contains("1.5 - 0.2 = 1.3.");
        assertThat(one(figures, "budget.subTotal.budget").counts())
                .extracting(Counted::id)
                .containsExactly("a", "b");
        assertThat(because(figures, "budget.total.forecast"))
                .containsExactly("There is no total while a line has none: Line b, Line c.");
    }

    @Test
    void aCellListsTheRowsItCounts() {
        Figures figures =
                after(
                        kpi("good", SAS),
                        actual("good", JULY, "100"),
                        kpi("bad", SAS),
                        actual("bad", JULY, "10"),
                        kpi("other", SFS),
                        project("p", "2017-04", null),
                        completed("p", "2017-07-01"));

        assertThat(because(figures, "kpis.SAS.red"))
                .contains("Assurance: 1 of 2 indicators are RED as at 31 July 2017.");
        assertThat(one(figures, "kpis.SAS.red").counts())
                .extracting(Counted::id)
                .containsExactly("bad");
        assertThat(because(figures, "projects.green"))
                .contains("All services: 1 of 1 projects are GREEN as at 31 July 2017.");
        assertThat(because(figures, "projects.p.status"))
                .containsExactly(
                        "It was reported as completed on 1 July 2017, and a completed project"
                                + " counts as GREEN.");
    }

    @Test
    void aProjectsFinishNamesEveryMove() {
        assertThat(
                        because(
                                after(
                                        project("p", "2017-04", "2017-06"),
                                        moved("p", "2017-06", "2017-12"),
                                        progress("p", CUT_OFF.plusDays(3), ProgressStatus.AMBER)),
                                "projects.p.finish"))
                .containsExactly(
                        "It was added with the finish June 2017.",
                        "It was moved to December 2017. The reason given: Late");
    }

    @Test
    void onlyLaterKnowledgeOfAProjectIsSaidToBeLater() {
        assertThat(
                        because(
                                after(
                                        project("p", "2017-04", null),
                                        progress("p", CUT_OFF.plusDays(3), ProgressStatus.AMBER)),
                                "projects.p.status"))
                .containsExactly(
                        "An officer reported it as AMBER as at 3 August 2017; no rule worked it"
                                + " out. That is after the cut-off of 31 July 2017, but there is no"
                                + " earlier report.");
    }

    @Test
    void aVariationIsAddedUpAndComparedWithTheBudgets() {
        Figures figures =
                after(
                        line("l", "1", BudgetLineKind.BASE),
                        forecast("l", CUT_OFF, "0.967"),
                        new VariationExplained(
                                PLAN,
                                CUT_OFF,
                                List.of(
                                        new VariationItem(
                                                new Title("Vacancies"), Figure.of("0.042")),
                                        new VariationItem(new Title("Fees"), Figure.of("-0.011"))),
                                Figure.of("0.033")));

        assertThat(because(figures, "variation"))
                .containsExactly(
                        "The causes given as at 31 July 2017 add up: 0.042 - 0.011 = 0.031.",
                        "The total stated is 0.033, which is 0.002 apart.",
                        "The budget’s variance as at 31 July 2017 is 0.033, which is 0.002 apart.");
        assertThat(because(figures, "findings.variation-does-not-reconcile.bip"))
                .contains("0.033 is compared with 0.031.");
    }

    @Test
    void aFindingSaysWhatIsComparedAndByWhichEvent() {
        Figures figures =
                after(
                        project("p", "2017-04", null),
                        new FigureStated(
                                PLAN,
                                CUT_OFF,
                                new FigureName("projects.total"),
                                Figure.of("25"),
                                new Title("Paper")));

        Explained finding = one(figures, "findings.stated-figure-differs.projects.total");
        assertThat(finding.because()).contains("25 is compared with 1.");
        assertThat(finding.positions()).containsExactly(3L);
        assertThat(finding.counts()).extracting(Counted::id).containsExactly("projects.total");
    }

    @Test
    void anUnknownNameIsNoFigure() {
        Figures figures = after(kpi("k", SAS));

        for (String name :
                List.of(
                        "kpis",
                        "kpis.none",
                        "kpis.k.none",
                        "kpis.XXX.red",
                        "projects.none.status",
                        "budget",
                        "budget.none.budget",
                        "variation.x",
                        "findings.none",
                        "else")) {
            assertThat(figures.named(name)).as(name).isEmpty();
        }
    }

    @Test
    void signedOffIsSaidToThoseWhoMayKnow() {
        assertThat(
                        because(
                                after(
                                        kpi("k", SAS),
                                        actual("k", JULY, "100"),
                                        signedOff("k", JULY, "100")),
                                "kpis.k.actual"))
                .contains("head signed off 100; source: Register; calculation: 20 of 24");
    }

    /** Every figure that papers may state is explained, by the very value the dashboard shows. */
    @Property(tries = 200)
    void everyFigureIsExplainedByItsOwnValue(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 0, max = 1000) Integer> chance) {
        Figures figures = after(events(chance).toArray(PlanRecord[]::new));
        Dashboard dashboard = known.dashboard();

        new FigureBook(dashboard.tables())
                .figures()
                .forEach(
                        (name, value) -> {
                            Explained explained = one(figures, name);
                            assertThat(explained.value())
                                    .as(name)
                                    .isEqualTo(Objects.toString(value, null));
                            assertThat(explained.because()).as(name).isNotEmpty();
                        });
        for (Finding finding : dashboard.findings()) {
            assertThat(figures.named(Figures.nameOf(finding))).as(finding.toString()).isNotEmpty();
        }
    }

    private static List<PlanRecord> events(List<Integer> chance) {
        List<PlanRecord> events = new ArrayList<>();
        for (int i = 0; i < chance.size(); i++) {
            String figure = Integer.toString(chance.get(i) / 8);
            events.add(kpi("k" + i, i % 2 == 0 ? SAS : SFS));
            if (chance.get(i) % 3 != 0) {
                events.add(actual("k" + i, i % 3 == 0 ? JUNE : JULY, figure));
            }
            if (chance.get(i) % 5 == 1) {
                events.add(restated("k" + i, JULY, null, figure + ".5"));
            }
            events.add(project("p" + i, "2017-0" + (4 + i % 4), "2017-0" + (7 + i % 3)));
            if (chance.get(i) % 2 == 0) {
                events.add(progress("p" + i, CUT_OFF, ProgressStatus.values()[i % 3]));
            }
            events.add(
                    line(
                            "l" + i,
                            figure,
                            i % 4 == 3 ? BudgetLineKind.BROUGHT_FORWARD : BudgetLineKind.BASE));
            if (chance.get(i) % 7 != 0) {
                events.add(forecast("l" + i, CUT_OFF, figure + ".25"));
            }
        }
        return events;
    }

    private Known known;

    private Figures after(PlanRecord... events) {
        List<PlanRecord> all = new ArrayList<>(List.of(adopted()));
        all.addAll(List.of(events));
        known = Known.of(fold(all), null, CUT_OFF);
        return new Figures(known, stream -> acts(all, stream));
    }

    private static List<Act> acts(List<PlanRecord> events, String stream) {
        List<Act> acts = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).subject().equals(stream)) {
                acts.add(
                        new Act(
                                i + 1,
                                logged(i + 1, events.get(i)).recordedAt(),
                                events.get(i),
                                "somebody",
                                "officer",
                                null,
                                null));
            }
        }
        return acts;
    }

    private static Explained one(Figures figures, String name) {
        assertThat(figures.named(name)).as(name).hasSize(1);
        return figures.named(name).get(0);
    }

    private static List<String> because(Figures figures, String name) {
        return one(figures, name).because();
    }

    private static KpiActualRecorded counted(String actual, String part, String whole) {
        return new KpiActualRecorded(
                new KpiId("k"),
                PLAN,
                JULY,
                new Measurement(Figure.of(actual), Figure.of(part), Figure.of(whole)),
                Figure.of("50"),
                new Judgement(Status.GREEN, "tolerance-5"),
                null,
                null);
    }

    private static BudgetLineAdjusted adjusted(
            String id, String change, String amount, String counterpart) {
        return new BudgetLineAdjusted(
                new BudgetLineId(id),
                PLAN,
                Figure.of(change),
                Figure.of(amount),
                text("Moved"),
                counterpart == null ? null : new BudgetLineId(counterpart));
    }

    private static ProjectRescheduled moved(String id, String from, String to) {
        return new ProjectRescheduled(
                new ProjectId(id), PLAN, MonthOrDay.of(from), MonthOrDay.of(to), text("Late"));
    }
}
