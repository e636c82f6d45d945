package org.muniment.command.project;

import static org.muniment.command.project.RiskFrameworks.CUT_OFF;
import static org.muniment.command.project.RiskFrameworks.UPDATE;
import static org.muniment.command.project.RiskFrameworks.added;
import static org.muniment.command.project.RiskFrameworks.completed;
import static org.muniment.command.project.RiskFrameworks.fixture;

import java.time.LocalDate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muniment.command.dispatch.RefusedBy;
import org.muniment.command.plan.BusinessPlan;
import org.muniment.kernel.project.ProgressStatus;
import org.muniment.kernel.project.ProjectCommand.ReportProjectProgress;
import org.muniment.kernel.project.ProjectEvent.ProjectProgressReported;
import org.muniment.kernel.words.Narrative;

class ReportProjectProgressTest {
    private static final Narrative ACTION = new Narrative("The supplier is pressed for a date");

    private final FixtureConfiguration<Project> project = fixture();

    @Test
    void aRedProjectIsReportedWithTheActionProposed() {
        project.given(added())
                .when(report(ProgressStatus.RED, ACTION))
                .expectEvents(
                        new ProjectProgressReported(
                                RiskFrameworks.ID,
                                BusinessPlan.ID,
                                CUT_OFF,
                                ProgressStatus.RED,
                                UPDATE,
                                ACTION));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "RED")
    void onlyRedNeedsAnAction(ProgressStatus status) {
        project.given(added()).when(report(status, null)).expectEvents(reported(status, null));
    }

    @Test
    void aRedProjectWithoutAnActionIsRefused() {
        project.given(added())
                .when(report(ProgressStatus.RED, null))
                .expectNoEvents()
                .expectException(RefusedBy.rule("action-required", "proposedAction"));
    }

    @Test
    void aCompletedProjectMakesNoMoreProgress() {
        project.given(added(), completed(LocalDate.of(2017, 6, 30)))
                .when(report(ProgressStatus.GREEN, null))
                .expectNoEvents()
                .expectException(RefusedBy.rule("project-completed"));
    }

    @Test
    void nothingIsReportedOfAnUnknownProject() {
        project.givenNoPriorActivity()
                .when(report(ProgressStatus.GREEN, null))
                .expectNoEvents()
                .expectException(AggregateNotFoundException.class);
    }

    @Test
    void theSameReportSaidTwiceIsRecordedOnce() {
        project.given(added(), reported(ProgressStatus.AMBER, null))
                .when(report(ProgressStatus.AMBER, null))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void aReportSaidAgainAfterTheCompletionIsStillNoNews() {
        project.given(
                        added(),
                        reported(ProgressStatus.AMBER, null),
                        completed(LocalDate.of(2017, 8, 31)))
                .when(report(ProgressStatus.AMBER, null))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void anotherColourOnTheSameDayIsRecorded() {
        project.given(added(), reported(ProgressStatus.AMBER, null))
                .when(report(ProgressStatus.GREEN, null))
                .expectEvents(reported(ProgressStatus.GREEN, null));
    }

    private static ReportProjectProgress report(ProgressStatus status, Narrative action) {
        return new ReportProjectProgress(RiskFrameworks.ID, CUT_OFF, status, UPDATE, action);
    }

    private static ProjectProgressReported reported(ProgressStatus status, Narrative action) {
        return new ProjectProgressReported(
                RiskFrameworks.ID, BusinessPlan.ID, CUT_OFF, status, UPDATE, action);
    }
}
