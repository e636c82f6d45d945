package org.muniment.command.project;

import static org.muniment.command.project.RiskFrameworks.UPDATE;
import static org.muniment.command.project.RiskFrameworks.added;
import static org.muniment.command.project.RiskFrameworks.complete;
import static org.muniment.command.project.RiskFrameworks.completed;
import static org.muniment.command.project.RiskFrameworks.fixture;

import java.time.LocalDate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.muniment.command.dispatch.RefusedBy;
import org.muniment.command.plan.BusinessPlan;
import org.muniment.kernel.project.ProjectCommand.CompleteProject;
import org.muniment.kernel.project.ProjectEvent.ProjectCompleted;
import org.muniment.kernel.words.Narrative;

class CompleteProjectTest {
    private static final LocalDate DAY = LocalDate.of(2017, 6, 30);

    private final FixtureConfiguration<Project> project = fixture();

    @Test
    void aProjectIsCompletedOnADay() {
        project.given(added())
                .when(complete(DAY))
                .expectEvents(
                        new ProjectCompleted(RiskFrameworks.ID, BusinessPlan.ID, DAY, UPDATE));
    }

    @Test
    void aCompletionBeforeTheStartIsKeptAsSaidForTheFindingsToShow() {
        project.given(added())
                .when(complete(LocalDate.of(2017, 3, 1)))
                .expectEvents(completed(LocalDate.of(2017, 3, 1)));
    }

    @Test
    void completingTwiceOnAnotherDayIsRefused() {
        project.given(added(), completed(DAY))
                .when(complete(DAY.plusDays(1)))
                .expectNoEvents()
                .expectException(RefusedBy.rule("project-completed"));
    }

    @Test
    void completingTwiceInOtherWordsIsRefused() {
        project.given(added(), completed(DAY))
                .when(new CompleteProject(RiskFrameworks.ID, DAY, new Narrative("Finished")))
                .expectNoEvents()
                .expectException(RefusedBy.rule("project-completed"));
    }

    @Test
    void anUnknownProjectIsNotCompleted() {
        project.givenNoPriorActivity()
                .when(complete(DAY))
                .expectNoEvents()
                .expectException(AggregateNotFoundException.class);
    }

    @Test
    void theSameCompletionSaidTwiceIsRecordedOnce() {
        project.given(added(), completed(DAY))
                .when(complete(DAY))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }
}
