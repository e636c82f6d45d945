package org.muniment.query.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muniment.query.picture.PlanExamples.CUT_OFF;
import static org.muniment.query.picture.PlanExamples.JULY;
import static org.muniment.query.picture.PlanExamples.PLAN;
import static org.muniment.query.picture.PlanExamples.SAS;
import static org.muniment.query.picture.PlanExamples.SFS;
import static org.muniment.query.picture.PlanExamples.actual;
import static org.muniment.query.picture.PlanExamples.completed;
import static org.muniment.query.picture.PlanExamples.forecast;
import static org.muniment.query.picture.PlanExamples.kpi;
import static org.muniment.query.picture.PlanExamples.line;
import static org.muniment.query.picture.PlanExamples.picture;
import static org.muniment.query.picture.PlanExamples.progress;
import static org.muniment.query.picture.PlanExamples.project;

import org.junit.jupiter.api.Test;
import org.muniment.kernel.budget.BudgetLineEvent.BudgetLineApproved;
import org.muniment.kernel.budget.BudgetLineId;
import org.muniment.kernel.budget.BudgetLineKind;
import org.muniment.kernel.budget.MoneyUnit;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.figures.Status;
import org.muniment.kernel.plan.PlanRecord;
import org.muniment.kernel.project.ProgressStatus;
import org.muniment.kernel.words.Title;
import org.muniment.query.dashboard.BudgetTable.Amounts;
import org.muniment.query.dashboard.KpiTable.KpiCount;
import org.muniment.query.dashboard.ProjectTable.ProjectCount;
import org.muniment.query.page.Printed;

class DashboardTest {
    @Test
    void kpisAreCountedByServiceAndTheRedOnesListed() {
        KpiTable kpis =
                tables(
                                kpi("finance", SFS),
                                kpi("green", SAS),
                                kpi("amber", SAS),
                                kpi("silent", SAS),
                                actual("green", JULY, "100"),
                                actual("amber", JULY, "95"),
                                actual("finance", JULY, "83.33"))
                        .kpis();

        assertThat(kpis.summary())
                .containsExactly(
                        new KpiCount(SAS, 1, 1, 0, 1, 0, 3), new KpiCount(SFS, 0, 0, 1, 0, 0, 1));
        assertThat(kpis.total()).isEqualTo(new KpiCount(null, 1, 1, 1, 1, 0, 4));
        assertThat(kpis.rows())
                .extracting(KpiRow::id)
                .containsExactly("green", "amber", "silent", "finance");
        assertThat(kpis.red())
                .singleElement()
                .satisfies(red -> assertThat(red.variation()).isEqualTo(Figure.of("16.67")));
    }

    @Test
    void figuresOfMonthsAfterTheCutOffAreLeftOut() {
        PlanRecord[] events = {
            kpi("k", SAS), actual("k", JULY, "100"), actual("k", JULY.plusMonths(1), "50")
        };

        KpiRow july = tables(events).kpis().rows().get(0);
        KpiRow august = Tables.of(picture(events), CUT_OFF.plusDays(1)).kpis().rows().get(0);

        assertThat(july.status()).isEqualTo(Status.GREEN);
        assertThat(july.month()).isEqualTo(JULY);
        assertThat(august.status()).isEqualTo(Status.RED);
    }

    @Test
    void aCompletedProjectCountsAsGreenAndAnUnreportedOneAsNothing() {
        ProjectTable projects =
                tables(
                                project("done", "2017-04", "2017-06"),
                                project("slow", "2017-04", "2017-12"),
                                project("silent", "2017-09", null),
                                progress("done", CUT_OFF, ProgressStatus.RED),
                                completed("done", "2017-07-01"),
                                progress("slow", CUT_OFF, ProgressStatus.AMBER))
                        .projects();

        assertThat(projects.total()).isEqualTo(new ProjectCount(null, 1, 1, 0, 1, 1, 3));
        assertThat(projects.rows().get(0).update()).isEqualTo("Completed");
        assertThat(projects.rows().get(2).finish()).isNull();
    }

    @Test
    void theTotalAddsWhatWasBroughtForward() {
        BudgetTable budget =
                tables(
                                line("salaries", "1.393", BudgetLineKind.BASE),
                                line("insurance", "0.015", BudgetLineKind.BASE),
                                line("forward", "0.063", BudgetLineKind.BROUGHT_FORWARD),
                                forecast("salaries", CUT_OFF, "1.362"),
                                forecast("insurance", CUT_OFF, "0.015"),
                                forecast("forward", CUT_OFF, "0.064"),
                                forecast("forward", CUT_OFF.plusDays(1), "9.999"))
                        .budget();

        assertThat(budget.lines().get(1).amounts()).isEqualTo(amounts("0.015", "0.015", "0.000"));
        assertThat(budget.lines().get(2).amounts()).isEqualTo(amounts("0.063", "0.064", "-0.001"));
        assertThat(budget.subTotal()).isEqualTo(amounts("1.408", "1.377", "0.031"));
        assertThat(budget.total()).isEqualTo(amounts("1.471", "1.441", "0.030"));
    }

    @Test
    void aTotalWithAPartThatIsNotForecastIsNotForecast() {
        BudgetTable budget =
                tables(
                                line("a", "1.000", BudgetLineKind.BASE),
                                line("b", "0.500", BudgetLineKind.BROUGHT_FORWARD),
                                forecast("a", CUT_OFF, "0.900"))
                        .budget();

        assertThat(budget.subTotal()).isEqualTo(amounts("1.000", "0.900", "0.100"));
        assertThat(budget.total()).isEqualTo(new Amounts(Figure.of("1.500"), null, null));
    }

    @Test
    void linesCountedInDifferentUnitsAreAddedUpInPounds() {
        BudgetTable budget =
                tables(
                                line("a", "1.000", BudgetLineKind.BASE),
                                new BudgetLineApproved(
                                        new BudgetLineId("b"),
                                        PLAN,
                                        new Title("Small"),
                                        Figure.of("250"),
                                        BudgetLineKind.BASE,
                                        MoneyUnit.POUND))
                        .budget();

        assertThat(budget.unit()).isEqualTo(MoneyUnit.POUND);
        assertThat(budget.total().budget().sameValue(Figure.of("1000250"))).isTrue();
    }

    @Test
    void moneyIsPrintedAsInThePapers() {
        Printed printed = new Printed();

        assertThat(printed.money(Figure.of("1.393"))).isEqualTo("1.393");
        assertThat(printed.money(Figure.of("-0.002"))).isEqualTo("(0.002)");
        assertThat(printed.money(Figure.of("0.000"))).isEqualTo("-");
        assertThat(printed.money(null)).isEqualTo("-");
        assertThat(printed.count(0)).isEqualTo("-");
    }

    private static Tables tables(PlanRecord... events) {
        return Tables.of(picture(events), CUT_OFF);
    }

    private static Amounts amounts(String budget, String forecast, String variance) {
        return new Amounts(Figure.of(budget), Figure.of(forecast), Figure.of(variance));
    }
}
