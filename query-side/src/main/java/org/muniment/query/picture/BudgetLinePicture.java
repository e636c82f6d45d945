package org.muniment.query.picture;

import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;
import org.muniment.kernel.budget.BudgetLineEvent;
import org.muniment.kernel.budget.BudgetLineEvent.BudgetLineAdjusted;
import org.muniment.kernel.budget.BudgetLineEvent.BudgetLineApproved;
import org.muniment.kernel.budget.BudgetLineEvent.OutturnForecast;
import org.muniment.kernel.budget.BudgetLineId;
import org.muniment.kernel.budget.BudgetLineKind;
import org.muniment.kernel.budget.MoneyUnit;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.words.Title;

/**
 * One budget line: the amount after all adjustments, and the outturn forecast as at each day.
 *
 * @param version how many events it has
 */
public record BudgetLinePicture(
        BudgetLineId id,
        long version,
        Title category,
        BudgetLineKind kind,
        MoneyUnit unit,
        Figure amount,
        SortedMap<LocalDate, Said<Figure>> forecasts) {
    static BudgetLinePicture of(BudgetLineApproved event) {
        return new BudgetLinePicture(
                event.line(),
                1,
                event.category(),
                event.kind(),
                event.unit(),
                event.amount(),
                Fold.none());
    }

    BudgetLinePicture after(BudgetLineEvent event, long position) {
        if (event instanceof BudgetLineAdjusted adjusted) {
            return new BudgetLinePicture(
                    id, version + 1, category, kind, unit, adjusted.amount(), forecasts);
        }
        OutturnForecast forecast = (OutturnForecast) event;
        return new BudgetLinePicture(
                id,
                version + 1,
                category,
                kind,
                unit,
                amount,
                Fold.withSorted(
                        forecasts, forecast.asAt(), new Said<>(forecast.amount(), position)));
    }

    /** The last forecast as at {@code cutOff} or before. */
    public Optional<Figure> forecastAt(LocalDate cutOff) {
        SortedMap<LocalDate, Said<Figure>> known = forecasts.headMap(cutOff.plusDays(1));
        return known.isEmpty() ? Optional.empty() : Optional.of(known.get(known.lastKey()).word());
    }
}
