package org.muniment.kernel.project;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.time.MonthOrDay;
import org.muniment.kernel.words.Narrative;
import org.muniment.kernel.words.Reasoned;

/** What can be said to a project. */
public sealed interface ProjectCommand {
    record AddProject(
            @TargetAggregateIdentifier ProjectId project, PlanId plan, ProjectOutline outline)
            implements ProjectCommand {}

    record ReportProjectProgress(
            @TargetAggregateIdentifier ProjectId project,
            LocalDate asAt,
            ProgressStatus status,
            Narrative update,
            Narrative proposedAction)
            implements ProjectCommand {}

    record RescheduleProject(
            @TargetAggregateIdentifier ProjectId project, MonthOrDay finish, Narrative reason)
            implements ProjectCommand, Reasoned {}

    record CompleteProject(
            @TargetAggregateIdentifier ProjectId project, LocalDate completedOn, Narrative update)
            implements ProjectCommand {}
}
