package org.muniment.command.project;

import static org.muniment.command.partnership.ChorleySouthRibble.ASSURANCE;
import static org.muniment.command.partnership.ChorleySouthRibble.RISK;
import static org.muniment.command.project.RiskFrameworks.JUNE;
import static org.muniment.command.project.RiskFrameworks.added;
import static org.muniment.command.project.RiskFrameworks.completed;
import static org.muniment.command.project.RiskFrameworks.fixture;
import static org.muniment.command.project.RiskFrameworks.outline;

import java.time.LocalDate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muniment.command.dispatch.RefusedBy;
import org.muniment.command.plan.BusinessPlan;
import org.muniment.kernel.project.ProjectCommand.RescheduleProject;
import org.muniment.kernel.project.ProjectEvent.ProjectAdded;
import org.muniment.kernel.project.ProjectEvent.ProjectRescheduled;
import org.muniment.kernel.time.MonthOrDay;
import org.muniment.kernel.words.Narrative;

class RescheduleProjectTest {
    private static final Narrative REASON = new Narrative("GRACE software delivered late");

    private final FixtureConfiguration<Project> project = fixture();

    @Test
    void aNewFinishKeepsTheOneItReplaces() {
        project.given(added())
                .when(reschedule("2017-12"))
                .expectEvents(
                        new ProjectRescheduled(
                                RiskFrameworks.ID,
                                BusinessPlan.ID,
                                JUNE,
                                MonthOrDay.of("2017-12"),
                                REASON));
    }

    @Test
    void aSecondMoveReplacesTheFirst() {
        project.given(added(), moved("2017-06", "2017-12"))
                .when(reschedule("2018-03-15"))
                .expectEvents(moved("2017-12", "2018-03-15"));
    }

    @Test
    void anOngoingProjectGetsItsFirstFinish() {
        project.given(
                        new ProjectAdded(
                                RiskFrameworks.ID, BusinessPlan.ID, outline(ASSURANCE, RISK, null)))
                .when(reschedule("2017-12"))
                .expectEvents(
                        new ProjectRescheduled(
                                RiskFrameworks.ID,
                                BusinessPlan.ID,
                                null,
                                MonthOrDay.of("2017-12"),
                                REASON));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2017-03", "2017-03-31"})
    void aFinishBeforeTheStartIsRefused(String finish) {
        project.given(added())
                .when(reschedule(finish))
                .expectNoEvents()
                .expectException(RefusedBy.rule("finish-before-start", "finish"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2017-04", "2017-04-01"})
    void aProjectMayFinishInTheMonthItStarts(String finish) {
        project.given(added()).when(reschedule(finish)).expectEvents(moved("2017-06", finish));
    }

    @Test
    void aCompletedProjectIsNotMoved() {
        project.given(added(), completed(LocalDate.of(2017, 6, 30)))
                .when(reschedule("2017-12"))
                .expectNoEvents()
                .expectException(RefusedBy.rule("project-completed"));
    }

    @Test
    void anUnknownProjectIsNotMoved() {
        project.givenNoPriorActivity()
                .when(reschedule("2017-12"))
                .expectNoEvents()
                .expectException(AggregateNotFoundException.class);
    }

    @Test
    void theSameFinishSaidTwiceMovesTheProjectOnce() {
        project.given(added(), moved("2017-06", "2017-12"))
                .when(reschedule("2017-12"))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void aMoveSaidAgainAfterTheCompletionIsStillNoNews() {
        project.given(added(), moved("2017-06", "2017-12"), completed(LocalDate.of(2017, 12, 1)))
                .when(reschedule("2017-12"))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    private static RescheduleProject reschedule(String finish) {
        return new RescheduleProject(RiskFrameworks.ID, MonthOrDay.of(finish), REASON);
    }

    private static ProjectRescheduled moved(String from, String to) {
        return new ProjectRescheduled(
                RiskFrameworks.ID, BusinessPlan.ID, MonthOrDay.of(from), MonthOrDay.of(to), REASON);
    }
}
