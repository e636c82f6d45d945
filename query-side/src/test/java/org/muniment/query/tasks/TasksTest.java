package org.muniment.query.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muniment.query.picture.PlanExamples.JULY;
import static org.muniment.query.picture.PlanExamples.SAS;
import static org.muniment.query.picture.PlanExamples.SFS;
import static org.muniment.query.picture.PlanExamples.actual;
import static org.muniment.query.picture.PlanExamples.completed;
import static org.muniment.query.picture.PlanExamples.confirmed;
import static org.muniment.query.picture.PlanExamples.forecast;
import static org.muniment.query.picture.PlanExamples.frozen;
import static org.muniment.query.picture.PlanExamples.kpi;
import static org.muniment.query.picture.PlanExamples.line;
import static org.muniment.query.picture.PlanExamples.picture;
import static org.muniment.query.picture.PlanExamples.progress;
import static org.muniment.query.picture.PlanExamples.project;
import static org.muniment.query.picture.PlanExamples.published;
import static org.muniment.query.picture.PlanExamples.restated;
import static org.muniment.query.picture.PlanExamples.signedOff;
import static org.muniment.query.picture.PlanExamples.superseded;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.muniment.kernel.access.Grant;
import org.muniment.kernel.access.GrantId;
import org.muniment.kernel.access.Reach;
import org.muniment.kernel.access.Role;
import org.muniment.kernel.access.Warrant;
import org.muniment.kernel.budget.BudgetLineKind;
import org.muniment.kernel.partnership.PartnershipId;
import org.muniment.kernel.plan.PlanRecord;
import org.muniment.kernel.project.ProgressStatus;
import org.muniment.query.tasks.Task.Kind;

/** What the record still wants from somebody, by the reach of their roles. */
class TasksTest {
    private static final LocalDate MAY = LocalDate.of(2017, 5, 3);
    private static final YearMonth APRIL = YearMonth.of(2017, 4);
    private static final LocalDate AUGUST = LocalDate.of(2017, 8, 3);
    private static final Warrant OFFICER = held(Role.OFFICER, Reach.EVERYWHERE);

    @Test
    void aFigureIsDueOnceItsMonthHasEnded() {
        PlanRecord[] defined = {kpi("claims", SAS)};

        assertThat(tasks(LocalDate.of(2017, 4, 30), OFFICER, defined)).isEmpty();
        assertThat(tasks(MAY, OFFICER, defined))
                .singleElement()
                .satisfies(
                        task -> {
                            assertThat(task.kind()).isEqualTo(Kind.FIGURE);
                            assertThat(task.what()).contains("April 2017");
                            assertThat(task.since()).isEqualTo("2017-05-01");
                            assertThat(task.form()).isEqualTo("/kpis/claims/actuals?month=2017-04");
                        });
        assertThat(tasks(AUGUST, held(Role.MEMBER, Reach.EVERYWHERE), kpi("claims", SAS)))
                .isEmpty();
    }

    @Test
    void aQuarterThatIsNotFrozenYetWantsItsOwnFigureBesideTheRunningOnes() {
        assertThat(tasks(AUGUST, OFFICER, kpi("claims", SAS), actual("claims", JULY, "97")))
                .filteredOn(task -> task.kind() == Kind.FIGURE)
                .extracting(Task::form)
                .containsExactly("/kpis/claims/actuals?month=2017-06");
    }

    @Test
    void aRestatementToRedWantsAnAction() {
        assertThat(
                        tasks(
                                MAY,
                                OFFICER,
                                kpi("claims", SAS),
                                actual("claims", APRIL, "100"),
                                restated("claims", APRIL, "100", "50")))
                .filteredOn(task -> task.kind() == Kind.ACTION)
                .singleElement()
                .satisfies(
                        task -> {
                            assertThat(task.what()).contains("April 2017", "no action is proposed");
                            assertThat(task.form())
                                    .isEqualTo("/kpis/claims/restatements?month=2017-04");
                        });
    }

    @Test
    void aFigureOfAMonthThatIsFrozenIsRestatedAsItCannotBeRecordedAnyMore() {
        assertThat(tasks(AUGUST, OFFICER, kpi("claims", SAS), frozen("q1", 1)))
                .extracting(Task::form)
                .as("a freeze nobody has confirmed closes nothing")
                .containsExactly("/kpis/claims/actuals?month=2017-07");
        assertThat(
                        tasks(
                                AUGUST,
                                OFFICER,
                                kpi("claims", SAS),
                                frozen("q1", 1),
                                confirmed("q1"),
                                superseded("q1", "again")))
                .extracting(Task::form)
                .as("nor does one that was withdrawn before it was published")
                .containsExactly(
                        "/kpis/claims/actuals?month=2017-06", "/kpis/claims/actuals?month=2017-07");
        assertThat(tasks(AUGUST, OFFICER, kpi("claims", SAS), frozen("q1", 1), confirmed("q1")))
                .singleElement()
                .satisfies(
                        task -> {
                            assertThat(task.what()).startsWith("Restate").contains("July 2017");
                            assertThat(task.form())
                                    .isEqualTo("/kpis/claims/restatements?month=2017-07");
                        });
    }

    @Test
    void whatIsOfAnotherServiceIsNotMine() {
        Warrant ofFinance =
                held(Role.OFFICER, new Reach(new PartnershipId("pair"), List.of(), List.of(SFS)));
        Warrant elsewhere =
                held(Role.OFFICER, new Reach(new PartnershipId("other"), List.of(), List.of()));

        assertThat(tasks(AUGUST, ofFinance, kpi("claims", SAS), kpi("debts", SFS)))
                .extracting(Task::subject)
                .containsOnly("kpi:debts");
        assertThat(tasks(AUGUST, elsewhere, kpi("claims", SAS))).isEmpty();
    }

    @Test
    void whatWasRecordedIsNotDueButWantsASecondPerson() {
        PlanRecord[] recorded = {kpi("claims", SAS), actual("claims", APRIL, "97")};

        assertThat(tasks(MAY, OFFICER, recorded))
                .extracting(Task::kind)
                .containsExactly(Kind.SIGN_OFF);
        assertThat(of(MAY, OFFICER, Map.of(3L, "reader"), recorded)).isEmpty();
        assertThat(
                        tasks(
                                MAY,
                                OFFICER,
                                kpi("claims", SAS),
                                actual("claims", APRIL, "97"),
                                signedOff("claims", APRIL, "97")))
                .isEmpty();
    }

    @Test
    void aProjectPastItsFinishIsOverdueUntilItIsCompletedOrMoved() {
        PlanRecord[] late = {project("review", "2017-04", "2017-06")};

        assertThat(tasks(AUGUST, OFFICER, late))
                .extracting(Task::kind, Task::overdue)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(Kind.FINISH, true),
                        org.assertj.core.api.Assertions.tuple(Kind.PROGRESS, false));
        assertThat(
                        tasks(
                                AUGUST,
                                OFFICER,
                                project("review", "2017-04", "2017-06"),
                                completed("review", "2017-06-30")))
                .isEmpty();
    }

    @Test
    void progressIsWantedOnceAQuarter() {
        PlanRecord running = project("review", "2017-04", "2017-12");

        assertThat(tasks(LocalDate.of(2017, 6, 30), OFFICER, running)).isEmpty();
        assertThat(tasks(AUGUST, OFFICER, running))
                .extracting(Task::form)
                .containsExactly("/projects/review/progress");
        assertThat(
                        tasks(
                                AUGUST,
                                OFFICER,
                                running,
                                progress(
                                        "review", LocalDate.of(2017, 6, 30), ProgressStatus.GREEN)))
                .isEmpty();
    }

    @Test
    void forecastsAreWantedFromFinance() {
        Warrant finance = held(Role.FINANCE_OFFICER, Reach.EVERYWHERE);
        PlanRecord line = line("salaries", "1.0", BudgetLineKind.BASE);

        assertThat(tasks(AUGUST, OFFICER, line)).isEmpty();
        assertThat(tasks(AUGUST, finance, line))
                .extracting(Task::kind)
                .containsExactly(Kind.FORECAST);
        assertThat(
                        tasks(
                                AUGUST,
                                finance,
                                line,
                                forecast("salaries", LocalDate.of(2017, 6, 30), "0.9")))
                .isEmpty();
    }

    @Test
    void aFreezeIsConfirmedByAnotherPersonAndThenPublishedByTheSecretariat() {
        Warrant head = held(Role.HEAD_OF_SERVICE, Reach.EVERYWHERE);
        Warrant secretariat = held(Role.SECRETARIAT, Reach.EVERYWHERE);
        PlanRecord freeze = frozen("q1", 1);

        assertThat(tasks(AUGUST, head, freeze))
                .extracting(Task::form)
                .containsExactly("/snapshots/q1/confirmation");
        assertThat(tasks(AUGUST, secretariat, freeze)).isEmpty();
        assertThat(tasks(AUGUST, secretariat, freeze, confirmed("q1")))
                .extracting(Task::form)
                .containsExactly("/snapshots/q1/publication");
        assertThat(tasks(AUGUST, secretariat, freeze, confirmed("q1"), published("q1", "m")))
                .isEmpty();
    }

    private static List<Task> tasks(LocalDate today, Warrant warrant, PlanRecord... events) {
        return of(today, warrant, Map.of(), events);
    }

    private static List<Task> of(
            LocalDate today, Warrant warrant, Map<Long, String> recorders, PlanRecord... events) {
        return Tasks.of(picture(events), today, warrant, "reader", recorders);
    }

    private static Warrant held(Role role, Reach reach) {
        return new Warrant(
                List.of(new Grant(new GrantId("one"), role, reach, null)), EnumSet.of(role));
    }
}
