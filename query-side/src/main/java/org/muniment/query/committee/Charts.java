package org.muniment.query.committee;

import java.time.YearMonth;
import org.muniment.kernel.figures.Figure;
import org.muniment.query.dashboard.BudgetTable;
import org.muniment.query.dashboard.BudgetTable.Line;
import org.muniment.query.dashboard.Dashboard;
import org.muniment.query.dashboard.KpiRow;
import org.muniment.query.page.chart.TrendChart;
import org.muniment.query.page.chart.VarianceChart;
import org.muniment.query.page.chart.VarianceChart.Bar;
import org.muniment.query.picture.PlanPicture;

/** The charts of a plan, as at a cut-off. Pure. */
final class Charts {
    private Charts() {}

    static TrendChart trend(KpiRow row, PlanPicture picture, Dashboard dashboard) {
        return TrendChart.of(
                picture.kpis().get(row.id()),
                picture.adopted().financialYear(),
                YearMonth.from(dashboard.asAt()));
    }

    /** The lines with a forecast, in the unit in which they are added up. */
    static VarianceChart variances(BudgetTable budget) {
        return new VarianceChart(
                "variances",
                "Under or over spend by budget line",
                budget.unit().symbol(),
                budget.lines().stream()
                        .filter(line -> line.amounts().variance() != null)
                        .map(line -> new Bar(line.category(), counted(line, budget)))
                        .toList());
    }

    private static Figure counted(Line line, BudgetTable budget) {
        Figure variance = line.amounts().variance();
        return line.unit() == budget.unit() ? variance : line.unit().inPounds(variance);
    }
}
