package org.muniment.query.dashboard;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.muniment.kernel.figures.Figure;
import org.muniment.query.dashboard.BudgetTable.Amounts;

/**
 * The figures of a dashboard by name, so that a paper's statement can be compared:
 *
 * <ul>
 *   <li>{@code projects.total}, {@code projects.SAS.amber}: green, amber, red, completed,
 *       notReported, total
 *   <li>{@code kpis.red}, {@code kpis.SFS.notMeasured}: green, amber, red, notMeasured,
 *       notApplicable, total
 *   <li>{@code kpis.grant-claims.actual}, and its targetToDate and variation
 *   <li>{@code budget.total.variance}, {@code budget.subTotal.budget}, {@code
 *       budget.salaries.forecast}
 * </ul>
 */
public final class FigureBook {
    private final Map<String, Figure> figures = new HashMap<>();

    public FigureBook(Tables tables) {
        projects("projects", tables.projects().total());
        tables.projects().summary().forEach(row -> projects("projects." + row.service(), row));
        kpis("kpis", tables.kpis().total());
        tables.kpis().summary().forEach(row -> kpis("kpis." + row.service(), row));
        tables.kpis().rows().forEach(this::kpi);
        amounts("budget.subTotal", tables.budget().subTotal());
        amounts("budget.total", tables.budget().total());
        tables.budget().lines().forEach(line -> amounts("budget." + line.id(), line.amounts()));
    }

    /** By name; null where the dashboard shows none. */
    public Map<String, Figure> figures() {
        return Collections.unmodifiableMap(figures);
    }

    Optional<Figure> figure(String name) {
        return Optional.ofNullable(figures.get(name));
    }

    private void projects(String name, ProjectTable.ProjectCount count) {
        put(name + ".green", count.green());
        put(name + ".amber", count.amber());
        put(name + ".red", count.red());
        put(name + ".notReported", count.notReported());
        put(name + ".completed", count.completed());
        put(name + ".total", count.total());
    }

    private void kpis(String name, KpiTable.KpiCount count) {
        put(name + ".green", count.green());
        put(name + ".amber", count.amber());
        put(name + ".red", count.red());
        put(name + ".notMeasured", count.notMeasured());
        put(name + ".notApplicable", count.notApplicable());
        put(name + ".total", count.total());
    }

    private void kpi(KpiRow row) {
        String name = "kpis." + row.id();
        figures.put(name + ".actual", row.actual());
        figures.put(name + ".targetToDate", row.targetToDate());
        if (row.actual() != null && row.targetToDate() != null) {
            figures.put(name + ".variation", row.targetToDate().minus(row.actual()).magnitude());
        }
    }

    private void amounts(String name, Amounts amounts) {
        figures.put(name + ".budget", amounts.budget());
        figures.put(name + ".forecast", amounts.forecast());
        figures.put(name + ".variance", amounts.variance());
    }

    private void put(String name, long count) {
        figures.put(name, Figure.of(Long.toString(count)));
    }
}
