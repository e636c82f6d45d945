package org.muniment.command.project;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import org.muniment.command.dispatch.Caller;
import org.muniment.command.dispatch.Commands;
import org.muniment.command.dispatch.Receipt;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.project.Milestone;
import org.muniment.kernel.project.MilestoneId;
import org.muniment.kernel.project.ProgressStatus;
import org.muniment.kernel.project.ProjectCommand.AddProject;
import org.muniment.kernel.project.ProjectCommand.CompleteProject;
import org.muniment.kernel.project.ProjectCommand.ReportProjectProgress;
import org.muniment.kernel.project.ProjectCommand.RescheduleProject;
import org.muniment.kernel.project.ProjectId;
import org.muniment.kernel.project.ProjectOutline;
import org.muniment.kernel.time.MonthOrDay;
import org.muniment.kernel.words.Code;
import org.muniment.kernel.words.Lead;
import org.muniment.kernel.words.Narrative;
import org.muniment.kernel.words.Title;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ProjectApi {
    private final Commands commands;

    ProjectApi(Commands commands) {
        this.commands = commands;
    }

    @PostMapping("/api/plans/{plan}/projects")
    ResponseEntity<Receipt> add(
            @PathVariable PlanId plan, @Valid @RequestBody Outline body, Caller caller) {
        return commands.create(
                body.id.value(), new AddProject(body.id, plan, body.outline()), caller);
    }

    @PostMapping("/api/projects/{project}/progress")
    ResponseEntity<Receipt> report(
            @PathVariable ProjectId project, @Valid @RequestBody Progress body, Caller caller) {
        return commands.change(
                project.value(),
                new ReportProjectProgress(
                        project, body.asAt, body.status, body.update, body.proposedAction),
                caller);
    }

    @PostMapping("/api/projects/{project}/reschedule")
    ResponseEntity<Receipt> reschedule(
            @PathVariable ProjectId project, @Valid @RequestBody Reschedule body, Caller caller) {
        return commands.change(
                project.value(), new RescheduleProject(project, body.finish, body.reason), caller);
    }

    @PostMapping("/api/projects/{project}/completion")
    ResponseEntity<Receipt> complete(
            @PathVariable ProjectId project, @Valid @RequestBody Completion body, Caller caller) {
        return commands.change(
                project.value(),
                new CompleteProject(project, body.completedOn, body.update),
                caller);
    }

    record Outline(
            @NotNull ProjectId id,
            @NotNull Code service,
            @NotNull Title section,
            @NotNull Title title,
            @NotNull List<@NotNull Lead> leads,
            @NotNull MonthOrDay start,
            MonthOrDay finish,
            List<@NotNull @Valid MilestoneBody> milestones) {
        ProjectOutline outline() {
            List<Milestone> steps =
                    milestones == null
                            ? List.of()
                            : milestones.stream().map(MilestoneBody::milestone).toList();
            return new ProjectOutline(service, section, title, leads, start, finish, steps);
        }
    }

    record MilestoneBody(@NotNull MilestoneId id, @NotNull Title title, MonthOrDay due) {
        Milestone milestone() {
            return new Milestone(id, title, due);
        }
    }

    record Progress(
            @NotNull LocalDate asAt,
            @NotNull ProgressStatus status,
            @NotNull Narrative update,
            Narrative proposedAction) {}

    record Reschedule(@NotNull MonthOrDay finish, @NotNull Narrative reason) {}

    record Completion(@NotNull LocalDate completedOn, @NotNull Narrative update) {}
}
