package org.muniment.command.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.muniment.kernel.project.ProgressStatus;
import org.muniment.kernel.project.ProjectCommand.CompleteProject;
import org.muniment.kernel.project.ProjectCommand.ReportProjectProgress;
import org.muniment.kernel.project.ProjectCommand.RescheduleProject;
import org.muniment.kernel.project.ProjectId;
import org.muniment.kernel.time.MonthOrDay;
import org.muniment.kernel.words.Narrative;

/** A row of projects: its progress, a new finish, its completion, or several of these in turn. */
final class ProjectRows {
    static final List<Column> COLUMNS =
            List.of(
                    Column.required("project"),
                    Column.ignored("title"),
                    Column.optional("asAt"),
                    Column.optional("status"),
                    Column.optional("update"),
                    Column.optional("proposedAction"),
                    Column.optional("finish"),
                    Column.optional("reason"),
                    Column.optional("completedOn"));

    private ProjectRows() {}

    static List<Step> steps(Cells cells) {
        if (!cells.hasAny(
                "status", "update", "proposedAction", "finish", "reason", "completedOn")) {
            return List.of();
        }
        ProjectId project = cells.required("project", ProjectId::new);
        List<Step> steps = new ArrayList<>();
        boolean completes = cells.has("completedOn");
        if (cells.hasAny("status", "proposedAction") || cells.has("update") && !completes) {
            progress(cells, project, steps);
        }
        if (cells.hasAny("finish", "reason")) {
            reschedule(cells, project, steps);
        }
        if (completes) {
            complete(cells, project, steps);
        }
        return cells.faults().isEmpty() ? steps : List.of();
    }

    private static void progress(Cells cells, ProjectId project, List<Step> steps) {
        LocalDate asAt = cells.required("asAt", Dates::day);
        ProgressStatus status = cells.required("status", Cells.oneOf(ProgressStatus.class));
        Narrative update = cells.required("update", Cells.words(Narrative::new));
        Narrative action = cells.optional("proposedAction", Cells.words(Narrative::new));
        if (cells.faults().isEmpty()) {
            steps.add(
                    step(
                            project,
                            new ReportProjectProgress(project, asAt, status, update, action),
                            "report " + status + " as at " + asAt,
                            " as at " + asAt));
        }
    }

    private static void reschedule(Cells cells, ProjectId project, List<Step> steps) {
        MonthOrDay finish = cells.required("finish", Dates::monthOrDay);
        Narrative reason = cells.required("reason", Cells.words(Narrative::new));
        if (cells.faults().isEmpty()) {
            steps.add(
                    step(
                            project,
                            new RescheduleProject(project, finish, reason),
                            "move the finish to " + finish,
                            "'s finish"));
        }
    }

    private static void complete(Cells cells, ProjectId project, List<Step> steps) {
        LocalDate completedOn = cells.required("completedOn", Dates::day);
        Narrative update = cells.required("update", Cells.words(Narrative::new));
        if (cells.faults().isEmpty()) {
            steps.add(
                    step(
                            project,
                            new CompleteProject(project, completedOn, update),
                            "complete it on " + completedOn,
                            "'s completion"));
        }
    }

    private static Step step(ProjectId project, Object command, String words, String once) {
        return new Step(project.toString(), command, words, null, project.value() + once);
    }
}
