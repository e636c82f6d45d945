package org.muniment.command.project;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.muniment.command.plan.AdoptedPlans;
import org.muniment.command.plan.PlanTerms;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.project.ProjectCommand.AddProject;
import org.muniment.kernel.project.ProjectCommand.CompleteProject;
import org.muniment.kernel.project.ProjectCommand.ReportProjectProgress;
import org.muniment.kernel.project.ProjectCommand.RescheduleProject;
import org.muniment.kernel.project.ProjectEvent.ProjectAdded;
import org.muniment.kernel.project.ProjectEvent.ProjectCompleted;
import org.muniment.kernel.project.ProjectEvent.ProjectProgressReported;
import org.muniment.kernel.project.ProjectEvent.ProjectRescheduled;
import org.muniment.kernel.project.ProjectId;
import org.muniment.kernel.time.MonthOrDay;

final class Project {
    @AggregateIdentifier private ProjectId id;
    private PlanId plan;
    private MonthOrDay start;
    private MonthOrDay finish;
    private ProjectCompleted completed;
    private final Map<LocalDate, ProjectProgressReported> reports = new HashMap<>();

    Project() {}

    @CommandHandler
    Project(AddProject command, AdoptedPlans plans) {
        PlanTerms terms = plans.termsOf(command.plan());
        terms.requirePlace(command.outline().service(), command.outline().section());
        apply(new ProjectAdded(command.project(), command.plan(), command.outline()));
    }

    @CommandHandler
    void handle(ReportProjectProgress command) {
        ProjectRules.requireExplained(command.status(), command.proposedAction());
        ProjectProgressReported event =
                new ProjectProgressReported(
                        id,
                        plan,
                        command.asAt(),
                        command.status(),
                        command.update(),
                        command.proposedAction());
        if (event.equals(reports.get(command.asAt()))) {
            return;
        }
        ProjectRules.requireOpen(completed);
        apply(event);
    }

    @CommandHandler
    void handle(RescheduleProject command) {
        if (command.finish().equals(finish)) {
            return;
        }
        ProjectRules.requireOpen(completed);
        ProjectRules.requireNotBefore(start, command.finish());
        apply(new ProjectRescheduled(id, plan, finish, command.finish(), command.reason()));
    }

    @CommandHandler
    void handle(CompleteProject command) {
        ProjectCompleted event =
                new ProjectCompleted(id, plan, command.completedOn(), command.update());
        if (event.equals(completed)) {
            return;
        }
        ProjectRules.requireOpen(completed);
        apply(event);
    }

    @EventSourcingHandler
    void on(ProjectAdded event) {
        id = event.project();
        plan = event.plan();
        start = event.outline().start();
        finish = event.outline().finish();
    }

    @EventSourcingHandler
    void on(ProjectProgressReported event) {
        reports.put(event.asAt(), event);
    }

    @EventSourcingHandler
    void on(ProjectRescheduled event) {
        finish = event.finish();
    }

    @EventSourcingHandler
    void on(ProjectCompleted event) {
        completed = event;
    }
}
