package org.muniment.query.committee;

import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.words.Code;
import org.muniment.query.dashboard.KpiTable;
import org.muniment.query.dashboard.KpiTable.KpiCount;
import org.muniment.query.dashboard.ProjectTable;
import org.muniment.query.dashboard.ProjectTable.ProjectCount;

/** A table in the papers' form: what is counted down the side, the services across. Pure. */
public record Summary(List<Line> lines) {
    /**
     * @param counts of each service, and of all
     */
    public record Line(String label, List<Count> counts) {
        boolean isCounted() {
            return counts.stream().anyMatch(count -> count.value > 0);
        }
    }

    /** {@code figure} is the name by which it can be asked for. */
    public record Count(String figure, long value) {}

    static Summary of(ProjectTable projects) {
        return new Summary(
                List.of(
                        line("Green: on track", "green", projects, ProjectCount::green),
                        line("Amber", "amber", projects, ProjectCount::amber),
                        line("Red", "red", projects, ProjectCount::red),
                        line("Not reported", "notReported", projects, ProjectCount::notReported),
                        line("Total", "total", projects, ProjectCount::total)));
    }

    static Summary of(KpiTable kpis, Figure amberWithinPercent) {
        String near = "within " + amberWithinPercent + "% of target";
        String far = "more than " + amberWithinPercent + "% off target";
        return new Summary(
                List.of(
                        line("Green: on target", "green", kpis, KpiCount::green),
                        line("Amber: " + near, "amber", kpis, KpiCount::amber),
                        line("Red: " + far, "red", kpis, KpiCount::red),
                        line("Not measured", "notMeasured", kpis, KpiCount::notMeasured),
                        line("Not applicable", "notApplicable", kpis, KpiCount::notApplicable),
                        line("Total", "total", kpis, KpiCount::total)));
    }

    /** As the papers print it: what has no status is left out where there is nothing of it. */
    public List<Line> shown() {
        return lines.stream().filter(line -> isShown(line.label, line.isCounted())).toList();
    }

    static boolean isShown(String label, boolean counted) {
        return counted || !label.startsWith("Not ");
    }

    private static Line line(
            String label, String name, ProjectTable table, ToLongFunction<ProjectCount> count) {
        return new Line(
                label,
                Stream.concat(table.summary().stream(), Stream.of(table.total()))
                        .map(
                                row ->
                                        new Count(
                                                figure("projects", row.service(), name),
                                                count.applyAsLong(row)))
                        .toList());
    }

    private static Line line(
            String label, String name, KpiTable table, ToLongFunction<KpiCount> count) {
        return new Line(
                label,
                Stream.concat(table.summary().stream(), Stream.of(table.total()))
                        .map(
                                row ->
                                        new Count(
                                                figure("kpis", row.service(), name),
                                                count.applyAsLong(row)))
                        .toList());
    }

    private static String figure(String of, Code service, String name) {
        return service == null ? of + "." + name : of + "." + service + "." + name;
    }
}
