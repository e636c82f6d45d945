package org.muniment.command.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muniment.command.dispatch.CommandSideInMemory.seeing;
import static org.muniment.command.project.RiskFrameworks.CUT_OFF;
import static org.muniment.command.project.RiskFrameworks.JUNE;
import static org.muniment.command.project.RiskFrameworks.OUTLINE;
import static org.muniment.command.project.RiskFrameworks.UPDATE;
import static org.muniment.command.project.RiskFrameworks.added;
import static org.muniment.command.project.RiskFrameworks.completed;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.muniment.command.dispatch.Caller;
import org.muniment.command.dispatch.CommandSideInMemory;
import org.muniment.command.plan.BusinessPlan;
import org.muniment.command.project.ProjectApi.Completion;
import org.muniment.command.project.ProjectApi.MilestoneBody;
import org.muniment.command.project.ProjectApi.Outline;
import org.muniment.command.project.ProjectApi.Progress;
import org.muniment.command.project.ProjectApi.Reschedule;
import org.muniment.kernel.project.ProgressStatus;
import org.muniment.kernel.project.ProjectEvent.ProjectProgressReported;
import org.muniment.kernel.project.ProjectEvent.ProjectRescheduled;
import org.muniment.kernel.time.MonthOrDay;

class ProjectApiTest {
    private static final Caller OFFICER = new Caller("officer", "officer", null, "request-1", null);
    private static final MonthOrDay DECEMBER = MonthOrDay.of("2017-12");

    private final CommandSideInMemory side =
            CommandSideInMemory.of(new ProjectModule(), BusinessPlan.alwaysAdopted());
    private final ProjectApi api = new ProjectApi(side.commands());

    @Test
    void everyRequestBecomesItsCommand() {
        api.add(BusinessPlan.ID, outline(milestones()), OFFICER);
        api.report(
                RiskFrameworks.ID,
                new Progress(CUT_OFF, ProgressStatus.RED, UPDATE, UPDATE),
                seeing(1, OFFICER));
        api.reschedule(RiskFrameworks.ID, new Reschedule(DECEMBER, UPDATE), seeing(2, OFFICER));
        api.complete(RiskFrameworks.ID, new Completion(CUT_OFF, UPDATE), seeing(3, OFFICER));

        assertThat(side.events())
                .containsExactly(
                        added(),
                        new ProjectProgressReported(
                                RiskFrameworks.ID,
                                BusinessPlan.ID,
                                CUT_OFF,
                                ProgressStatus.RED,
                                UPDATE,
                                UPDATE),
                        new ProjectRescheduled(
                                RiskFrameworks.ID, BusinessPlan.ID, JUNE, DECEMBER, UPDATE),
                        completed(CUT_OFF));
    }

    @Test
    void aProjectNeedsNoMilestones() {
        assertThat(outline(null).outline().milestones()).isEmpty();
    }

    private static List<MilestoneBody> milestones() {
        return OUTLINE.milestones().stream()
                .map(it -> new MilestoneBody(it.id(), it.title(), it.due()))
                .toList();
    }

    private static Outline outline(List<MilestoneBody> milestones) {
        return new Outline(
                RiskFrameworks.ID,
                OUTLINE.service(),
                OUTLINE.section(),
                OUTLINE.title(),
                OUTLINE.leads(),
                OUTLINE.start(),
                OUTLINE.finish(),
                milestones);
    }
}
