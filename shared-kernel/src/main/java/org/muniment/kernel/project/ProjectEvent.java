package org.muniment.kernel.project;

import java.time.LocalDate;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.plan.PlanRecord;
import org.muniment.kernel.time.MonthOrDay;
import org.muniment.kernel.words.Narrative;

/** What has happened to a project. */
public sealed interface ProjectEvent extends PlanRecord {
    ProjectId project();

    record ProjectAdded(ProjectId project, PlanId plan, ProjectOutline outline)
            implements ProjectEvent {}

    record ProjectProgressReported(
            ProjectId project,
            PlanId plan,
            LocalDate asAt,
            ProgressStatus status,
            Narrative update,
            Narrative proposedAction)
            implements ProjectEvent {}

    /** {@code replaced} is the finish until now; absent where the project was ongoing. */
    record ProjectRescheduled(
            ProjectId project,
            PlanId plan,
            MonthOrDay replaced,
            MonthOrDay finish,
            Narrative reason)
            implements ProjectEvent {}

    record ProjectCompleted(ProjectId project, PlanId plan, LocalDate completedOn, Narrative update)
            implements ProjectEvent {}

    @Override
    default String subject() {
        return project().toString();
    }
}
