package org.muniment.query.dashboard;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.muniment.kernel.project.Milestone;
import org.muniment.kernel.project.ProgressStatus;
import org.muniment.kernel.time.MonthOrDay;
import org.muniment.kernel.words.Code;
import org.muniment.kernel.words.Lead;
import org.muniment.query.picture.PlanPicture;
import org.muniment.query.picture.ProjectPicture;
import org.muniment.query.picture.ProjectPicture.Completion;
import org.muniment.query.picture.ProjectPicture.Report;

/** Appendix One and its summary. A completed project counts as green. */
public record ProjectTable(List<ProjectCount> summary, ProjectCount total, List<ProjectRow> rows) {
    /**
     * How many projects have which status.
     *
     * @param service absent in the total
     * @param completed of the green ones
     * @param notReported projects of which nothing was reported yet
     */
    public record ProjectCount(
            Code service,
            long green,
            long amber,
            long red,
            long notReported,
            long completed,
            long total) {
        static ProjectCount of(Code service, List<ProjectRow> rows) {
            return new ProjectCount(
                    service,
                    count(rows, ProgressStatus.GREEN),
                    count(rows, ProgressStatus.AMBER),
                    count(rows, ProgressStatus.RED),
                    count(rows, null),
                    rows.stream().filter(ProjectRow::completed).count(),
                    rows.size());
        }

        private static long count(List<ProjectRow> rows, ProgressStatus status) {
            return rows.stream().filter(row -> row.status == status).count();
        }
    }

    /**
     * @param finish absent while ongoing
     * @param originalFinish the finish the project was added with
     * @param status absent where nothing was reported yet
     * @param reportedAsAt the day the shown report speaks of
     */
    public record ProjectRow(
            String id,
            Code service,
            String section,
            String title,
            List<Lead> leads,
            MonthOrDay start,
            MonthOrDay finish,
            MonthOrDay originalFinish,
            String rescheduled,
            List<Milestone> milestones,
            ProgressStatus status,
            boolean completed,
            LocalDate completedOn,
            LocalDate reportedAsAt,
            String update,
            String proposedAction) {
        static ProjectRow of(ProjectPicture project, LocalDate asAt) {
            Map.Entry<LocalDate, Report> report = project.reportAt(asAt).orElse(null);
            Completion completion = project.completion();
            return new ProjectRow(
                    project.id().value(),
                    project.outline().service(),
                    project.outline().section().value(),
                    project.outline().title().value(),
                    project.outline().leads(),
                    project.outline().start(),
                    project.finish(),
                    project.outline().finish(),
                    text(project.rescheduled()),
                    project.outline().milestones(),
                    status(report, completion),
                    completion != null,
                    completion == null ? null : completion.on(),
                    report == null ? null : report.getKey(),
                    update(report, completion),
                    report == null ? null : text(report.getValue().proposedAction()));
        }

        private static ProgressStatus status(
                Map.Entry<LocalDate, Report> report, Completion completion) {
            if (completion != null) {
                return ProgressStatus.GREEN;
            }
            return report == null ? null : report.getValue().status();
        }

        private static String update(Map.Entry<LocalDate, Report> report, Completion completion) {
            if (completion != null) {
                return text(completion.update());
            }
            return report == null ? null : text(report.getValue().update());
        }

        private static String text(Object words) {
            return words == null ? null : words.toString();
        }
    }

    static ProjectTable of(PlanPicture picture, LocalDate asAt) {
        PaperOrder order = new PaperOrder(picture);
        List<ProjectRow> rows =
                picture.projects().values().stream()
                        .sorted(
                                order.by(
                                        project -> project.outline().service(),
                                        project -> project.outline().section()))
                        .map(project -> ProjectRow.of(project, asAt))
                        .toList();
        List<ProjectCount> summary =
                order.services().stream()
                        .map(
                                service ->
                                        ProjectCount.of(
                                                service,
                                                rows.stream()
                                                        .filter(row -> row.service.equals(service))
                                                        .toList()))
                        .toList();
        return new ProjectTable(summary, ProjectCount.of(null, rows), rows);
    }
}
