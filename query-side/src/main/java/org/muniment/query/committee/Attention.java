package org.muniment.query.committee;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.muniment.kernel.findings.Finding;
import org.muniment.kernel.project.ProgressStatus;
import org.muniment.query.dashboard.Dashboard;
import org.muniment.query.dashboard.KpiRow;
import org.muniment.query.dashboard.ProjectTable.ProjectRow;
import org.muniment.query.due.Dues;

/**
 * What a committee reads first: what is off target, off track, late, or does not add up. Pure.
 *
 * @param kpis the red ones before the amber ones
 * @param projects the red ones, the amber ones, and those that are only late
 */
public record Attention(List<KpiRow> kpis, List<ProjectRow> projects, List<Finding> findings) {
    static Attention to(Dashboard dashboard) {
        return new Attention(
                dashboard.tables().kpis().rows().stream()
                        .filter(row -> row.status().isOffTarget())
                        .sorted(Comparator.comparing(KpiRow::status).reversed())
                        .toList(),
                dashboard.tables().projects().rows().stream()
                        .filter(row -> isOffTrack(row) || isOverdue(row, dashboard.asAt()))
                        .sorted(Comparator.comparing(Attention::rank))
                        .toList(),
                dashboard.findings().stream()
                        .sorted(Comparator.comparing(Finding::severity))
                        .toList());
    }

    public boolean isEmpty() {
        return kpis.isEmpty() && projects.isEmpty() && findings.isEmpty();
    }

    /** Whether anything was said yet of any indicator or project. */
    static boolean isReported(Dashboard dashboard) {
        return dashboard.tables().kpis().rows().stream().anyMatch(row -> row.month() != null)
                || dashboard.tables().projects().rows().stream()
                        .anyMatch(row -> row.status() != null || row.completed());
    }

    /** Whether a project is past its finish, as rescheduled, and not completed. */
    public static boolean isOverdue(ProjectRow row, LocalDate asAt) {
        return Dues.isOverdue(row.finish(), row.completed(), asAt);
    }

    private static boolean isOffTrack(ProjectRow row) {
        return row.status() == ProgressStatus.AMBER || row.status() == ProgressStatus.RED;
    }

    private static int rank(ProjectRow row) {
        return row.status() == null ? 0 : -row.status().ordinal();
    }
}
