package org.muniment.query.why;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.muniment.kernel.figures.Status;
import org.muniment.kernel.project.ProgressStatus;
import org.muniment.query.dashboard.KpiRow;
import org.muniment.query.dashboard.ProjectTable.ProjectRow;
import org.muniment.query.telling.Say;
import org.muniment.query.why.Explained.Counted;

/** Which rows a cell of a summary table counts. Pure. */
final class CountWhy {
    private static final String TOTAL = "total";

    private static final Map<String, Predicate<ProjectRow>> OF_PROJECTS = new LinkedHashMap<>();
    private static final Map<String, Predicate<KpiRow>> OF_KPIS = new LinkedHashMap<>();

    /** As the column is read in a sentence. */
    private static final Map<String, String> WORDS =
            Map.of(
                    "green", "GREEN",
                    "amber", "AMBER",
                    "red", "RED",
                    "notReported", "not reported on yet",
                    "completed", "completed (and count as GREEN)",
                    "notMeasured", "not measured",
                    "notApplicable", "not applicable");

    static {
        OF_PROJECTS.put("green", row -> row.status() == ProgressStatus.GREEN);
        OF_PROJECTS.put("amber", row -> row.status() == ProgressStatus.AMBER);
        OF_PROJECTS.put("red", row -> row.status() == ProgressStatus.RED);
        OF_PROJECTS.put("notReported", row -> row.status() == null);
        OF_PROJECTS.put("completed", ProjectRow::completed);
        OF_PROJECTS.put(TOTAL, row -> true);
        OF_KPIS.put("green", row -> row.status() == Status.GREEN);
        OF_KPIS.put("amber", row -> row.status() == Status.AMBER);
        OF_KPIS.put("red", row -> row.status() == Status.RED);
        OF_KPIS.put("notMeasured", row -> row.status() == Status.NOT_MEASURED);
        OF_KPIS.put("notApplicable", row -> row.status() == Status.NOT_APPLICABLE);
        OF_KPIS.put(TOTAL, row -> true);
    }

    private CountWhy() {}

    static boolean isOfProjects(String column) {
        return OF_PROJECTS.containsKey(column);
    }

    static boolean isOfKpis(String column) {
        return OF_KPIS.containsKey(column);
    }

    /**
     * @param rows those of the service, or of all
     * @param where the service's name, or all services
     */
    static Explained ofProjects(
            String figure, String column, List<ProjectRow> rows, String where, LocalDate asAt) {
        List<Counted> counts =
                rows.stream()
                        .filter(OF_PROJECTS.get(column))
                        .map(row -> new Counted("project", row.id(), row.title(), shown(row)))
                        .toList();
        return counted(figure, column, "projects", counts, rows.size(), where, asAt);
    }

    private static String shown(ProjectRow row) {
        return row.status() == null ? null : row.status().toString();
    }

    static Explained ofKpis(
            String figure, String column, List<KpiRow> rows, String where, LocalDate asAt) {
        List<Counted> counts =
                rows.stream()
                        .filter(OF_KPIS.get(column))
                        .map(
                                row ->
                                        new Counted(
                                                "kpi",
                                                row.id(),
                                                row.scope() == null
                                                        ? row.title()
                                                        : row.title() + " (" + row.scope() + ")",
                                                row.status().toString()))
                        .toList();
        return counted(figure, column, "indicators", counts, rows.size(), where, asAt);
    }

    private static Explained counted(
            String figure,
            String column,
            String things,
            List<Counted> counts,
            int all,
            String where,
            LocalDate asAt) {
        String sentence =
                column.equals(TOTAL)
                        ? "%s: %d %s as at %s.".formatted(where, all, things, Say.day(asAt))
                        : "%s: %d of %d %s are %s as at %s."
                                .formatted(
                                        where,
                                        counts.size(),
                                        all,
                                        things,
                                        WORDS.get(column),
                                        Say.day(asAt));
        return Explained.counting(
                figure,
                "%s: %s".formatted(where, things)
                        + (column.equals(TOTAL) ? "" : ", " + WORDS.get(column)),
                counts.size(),
                List.of(sentence, "It is a count of rows, listed here; nothing is estimated."),
                counts);
    }
}
