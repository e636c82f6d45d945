package org.muniment.query.dashboard;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.muniment.kernel.budget.BudgetLineKind;
import org.muniment.kernel.budget.MoneyUnit;
import org.muniment.kernel.figures.Figure;
import org.muniment.query.picture.BudgetLinePicture;
import org.muniment.query.picture.PlanPicture;

/**
 * The budget statement. The sub-total is of the year's own lines, the total adds what was brought
 * forward. Lines counted in different units are added up in pounds.
 */
public record BudgetTable(MoneyUnit unit, List<Line> lines, Amounts subTotal, Amounts total) {
    private static final Figure ZERO = Figure.of("0");

    /**
     * @param forecast the outturn forecast last; absent where any part of it was not forecast yet
     * @param variance budget less forecast: an underspend is positive
     */
    public record Amounts(Figure budget, Figure forecast, Figure variance) {
        static Amounts of(Figure budget, Figure forecast) {
            return new Amounts(budget, forecast, forecast == null ? null : budget.minus(forecast));
        }
    }

    public record Line(
            String id,
            String category,
            BudgetLineKind kind,
            MoneyUnit unit,
            @JsonUnwrapped Amounts amounts) {}

    static BudgetTable of(PlanPicture picture, LocalDate asAt) {
        Collection<BudgetLinePicture> all = picture.budgetLines().values();
        List<Line> lines = all.stream().map(line -> line(line, asAt)).toList();
        List<MoneyUnit> units = lines.stream().map(Line::unit).distinct().toList();
        MoneyUnit unit =
                units.isEmpty()
                        ? MoneyUnit.MILLION_POUNDS
                        : units.size() == 1 ? units.get(0) : MoneyUnit.POUND;
        List<Line> base = lines.stream().filter(line -> line.kind == BudgetLineKind.BASE).toList();
        return new BudgetTable(unit, lines, sum(base, unit), sum(lines, unit));
    }

    private static Line line(BudgetLinePicture line, LocalDate asAt) {
        return new Line(
                line.id().value(),
                line.category().value(),
                line.kind(),
                line.unit(),
                Amounts.of(line.amount(), line.forecastAt(asAt).orElse(null)));
    }

    private static Amounts sum(List<Line> lines, MoneyUnit unit) {
        boolean allForecast = lines.stream().noneMatch(line -> line.amounts.forecast == null);
        return Amounts.of(
                sum(lines, unit, line -> line.amounts.budget),
                allForecast ? sum(lines, unit, line -> line.amounts.forecast) : null);
    }

    private static Figure sum(List<Line> lines, MoneyUnit unit, Function<Line, Figure> amount) {
        return lines.stream()
                .map(line -> counted(amount.apply(line), line.unit, unit))
                .reduce(Figure::plus)
                .orElse(ZERO);
    }

    private static Figure counted(Figure amount, MoneyUnit from, MoneyUnit to) {
        return from == to ? amount : from.inPounds(amount);
    }
}
