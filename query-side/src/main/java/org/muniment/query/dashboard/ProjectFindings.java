package org.muniment.query.dashboard;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.muniment.kernel.findings.Finding;
import org.muniment.kernel.findings.FindingKind;
import org.muniment.query.dashboard.ProjectTable.ProjectRow;
import org.muniment.query.due.Dues;

/** Dates that cannot be, and dates that have passed. */
final class ProjectFindings {
    private ProjectFindings() {}

    static List<Finding> of(ProjectTable projects, LocalDate asAt) {
        List<Finding> found = new ArrayList<>();
        for (ProjectRow row : projects.rows()) {
            if (row.completed() && row.completedOn().isBefore(row.start().firstDay())) {
                found.add(completedBeforeStart(row));
            }
            if (row.completed() && row.completedOn().isAfter(asAt)) {
                found.add(completedAfterCutOff(row, asAt));
            }
            if (!row.completed() && row.status() != null && row.reportedAsAt().isAfter(asAt)) {
                found.add(reportedAfterCutOff(row, asAt));
            }
            if (Dues.isOverdue(row.finish(), row.completed(), asAt)) {
                found.add(overdue(row, asAt));
            }
        }
        return found;
    }

    private static Finding completedBeforeStart(ProjectRow row) {
        return FindingKind.COMPLETED_BEFORE_START
                .found(
                        "\"%s\" was completed on %s but is to start in %s"
                                .formatted(row.title(), row.completedOn(), row.start()),
                        List.of(row.id()))
                .comparing(row.completedOn(), row.start());
    }

    private static Finding completedAfterCutOff(ProjectRow row, LocalDate asAt) {
        return FindingKind.KNOWLEDGE_AFTER_CUT_OFF
                .found(
                        "\"%s\" was completed on %s, after the cut-off of %s"
                                .formatted(row.title(), row.completedOn(), asAt),
                        List.of(row.id()))
                .comparing(row.completedOn(), asAt);
    }

    private static Finding reportedAfterCutOff(ProjectRow row, LocalDate asAt) {
        return FindingKind.KNOWLEDGE_AFTER_CUT_OFF
                .found(
                        "the only report on \"%s\" is as at %s, after the cut-off of %s"
                                .formatted(row.title(), row.reportedAsAt(), asAt),
                        List.of(row.id()))
                .comparing(row.reportedAsAt(), asAt);
    }

    private static Finding overdue(ProjectRow row, LocalDate asAt) {
        return FindingKind.OVERDUE_WITHOUT_NEW_DATE
                .found(
                        "\"%s\" was to finish in %s, is not completed, and has no new date"
                                .formatted(row.title(), row.finish()),
                        List.of(row.id()))
                .comparing(row.finish(), asAt);
    }
}
