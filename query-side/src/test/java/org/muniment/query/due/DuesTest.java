package org.muniment.query.due;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muniment.query.picture.PlanExamples.actual;
import static org.muniment.query.picture.PlanExamples.completed;
import static org.muniment.query.picture.PlanExamples.confirmed;
import static org.muniment.query.picture.PlanExamples.forecast;
import static org.muniment.query.picture.PlanExamples.frozen;
import static org.muniment.query.picture.PlanExamples.kpi;
import static org.muniment.query.picture.PlanExamples.line;
import static org.muniment.query.picture.PlanExamples.notMeasured;
import static org.muniment.query.picture.PlanExamples.picture;
import static org.muniment.query.picture.PlanExamples.progress;
import static org.muniment.query.picture.PlanExamples.project;
import static org.muniment.query.picture.PlanExamples.restated;
import static org.muniment.query.picture.PlanExamples.superseded;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muniment.kernel.budget.BudgetLineKind;
import org.muniment.kernel.kpi.Cadence;
import org.muniment.kernel.plan.PlanRecord;
import org.muniment.kernel.project.ProgressStatus;
import org.muniment.query.due.Due.Kind;

class DuesTest {
    private static final LocalDate JUNE_30 = LocalDate.of(2017, 6, 30);

    @ParameterizedTest(name = "{0} as at {1}, last heard of in {2}: due for {3}")
    @CsvSource({
        "MONTHLY, 2017-04-29, , ",
        "MONTHLY, 2017-04-30, , 2017-04",
        "MONTHLY, 2017-07-30, 2017-06, ",
        "MONTHLY, 2017-07-31, 2017-06, 2017-07",
        "MONTHLY, 2017-07-31, 2017-08, 2017-07",
        "MONTHLY, 2018-05-31, 2018-03, ",
        "MONTHLY, 2018-05-31, 2018-02, 2018-03",
        "QUARTERLY, 2017-06-29, , ",
        "QUARTERLY, 2017-06-30, 2017-04, 2017-06",
        "QUARTERLY, 2017-06-30, 2017-06, ",
        "QUARTERLY, 2017-07-31, 2017-07, ",
        "QUARTERLY, 2017-06-30, 2017-07, 2017-06",
        "QUARTERLY, 2017-09-30, 2017-07, 2017-09",
        "HALF_YEARLY, 2017-08-31, , ",
        "HALF_YEARLY, 2017-09-30, 2017-08, 2017-09",
        "HALF_YEARLY, 2017-12-31, 2017-09, ",
        "HALF_YEARLY, 2018-03-31, 2017-09, 2018-03",
        "ANNUAL, 2018-03-30, , ",
        "ANNUAL, 2018-03-31, 2018-02, 2018-03",
        "ANNUAL, 2018-05-31, 2018-03, "
    })
    void aFigureIsDueToTheEndOfEachPeriodThatIsOver(
            Cadence cadence, LocalDate cutOff, YearMonth said, YearMonth due) {
        PlanRecord[] events =
                said == null
                        ? new PlanRecord[] {kpi("k", cadence)}
                        : new PlanRecord[] {kpi("k", cadence), actual("k", said, "100")};

        assertThat(Dues.asAt(picture(events), cutOff))
                .extracting(it -> it.period().last())
                .isEqualTo(due == null ? List.of() : List.of(due));
    }

    @Test
    void aReasonWhyThereIsNoFigureIsAnAnswer() {
        assertThat(
                        kinds(
                                JUNE_30,
                                kpi("k", Cadence.QUARTERLY),
                                notMeasured("k", YearMonth.of(2017, 6))))
                .isEmpty();
    }

    @Test
    void aFigureRestatedIntoRedLacksItsAction() {
        YearMonth june = YearMonth.of(2017, 6);

        assertThat(
                        kinds(
                                JUNE_30,
                                kpi("k", Cadence.QUARTERLY),
                                actual("k", june, "100"),
                                restated("k", june, "100", "50")))
                .containsExactly(Kind.FIGURE_ACTION);
        assertThat(kinds(JUNE_30, kpi("k", Cadence.QUARTERLY), actual("k", june, "50")))
                .as("recorded with its action")
                .isEmpty();
    }

    @Test
    void aReportIsDueOfEveryQuarterInWhichTheProjectRan() {
        PlanRecord running = project("p", "2017-04", "2017-12");

        assertThat(kinds(LocalDate.of(2017, 6, 29), running)).isEmpty();
        assertThat(kinds(JUNE_30, running)).containsExactly(Kind.PROGRESS);
        assertThat(kinds(JUNE_30, running, reported(LocalDate.of(2017, 4, 1)))).isEmpty();
        assertThat(kinds(JUNE_30, running, reported(LocalDate.of(2017, 7, 1))))
                .as("of a later day")
                .containsExactly(Kind.PROGRESS);
        assertThat(kinds(LocalDate.of(2017, 9, 30), running, reported(JUNE_30)))
                .containsExactly(Kind.PROGRESS);
        assertThat(kinds(LocalDate.of(2017, 7, 31), project("p", "2017-07", "2017-12"))).isEmpty();
        assertThat(kinds(JUNE_30, running, completed("p", "2017-05-02"))).isEmpty();
    }

    @Test
    void aRedProjectLacksItsAction() {
        assertThat(
                        kinds(
                                JUNE_30,
                                project("p", "2017-04", "2017-12"),
                                progress("p", JUNE_30, ProgressStatus.RED)))
                .containsExactly(Kind.PROGRESS_ACTION);
    }

    @Test
    void aForecastIsDueOfEveryQuarter() {
        PlanRecord line = line("l", "1.0", BudgetLineKind.BASE);

        assertThat(kinds(JUNE_30, line)).containsExactly(Kind.FORECAST);
        assertThat(kinds(JUNE_30, line, forecast("l", JUNE_30, "0.9"))).isEmpty();
        assertThat(kinds(LocalDate.of(2017, 9, 30), line, forecast("l", JUNE_30, "0.9")))
                .containsExactly(Kind.FORECAST);
    }

    @Test
    void aQuarterIsLookedAtByItsEndOrByTodayWhileItRuns() {
        assertThat(OpenQuarter.of(picture(), LocalDate.of(2017, 7, 15)))
                .extracting(it -> it.quarter() + " " + it.asAt() + " " + it.dueBy())
                .containsExactly("Q1 2017-06-30 2017-06-30", "Q2 2017-07-15 2017-07-14");
        assertThat(OpenQuarter.of(picture(), JUNE_30))
                .extracting(it -> it.quarter() + " " + it.asAt() + " " + it.dueBy())
                .containsExactly("Q1 2017-06-30 2017-06-29");
        assertThat(OpenQuarter.of(picture(), LocalDate.of(2017, 3, 31))).isEmpty();
    }

    @Test
    void whatIsFrozenLacksNothingAnyMoreUnlessItWasWithdrawn() {
        LocalDate today = LocalDate.of(2017, 8, 3);
        PlanRecord[] life = {
            kpi("k", Cadence.MONTHLY), frozen("q1", 1), confirmed("q1"), superseded("q1", "again")
        };

        assertThat(due(today, life[0])).containsExactly("2017-06", "2017-07");
        assertThat(due(today, life[0], life[1])).containsExactly("2017-07");
        assertThat(due(today, life)).containsExactly("2017-06", "2017-07");
    }

    private static List<Kind> kinds(LocalDate cutOff, PlanRecord... events) {
        return Dues.asAt(picture(events), cutOff).stream().map(Due::kind).toList();
    }

    private static List<String> due(LocalDate today, PlanRecord... events) {
        return Dues.on(today, picture(events)).stream()
                .map(it -> it.period().last().toString())
                .toList();
    }

    private static PlanRecord reported(LocalDate day) {
        return progress("p", day, ProgressStatus.GREEN);
    }
}
