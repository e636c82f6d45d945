package org.muniment.query.thing;

import java.time.LocalDate;
import java.util.List;
import org.muniment.kernel.budget.BudgetLineKind;
import org.muniment.kernel.budget.MoneyUnit;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.words.Title;
import org.muniment.query.picture.BudgetLinePicture;
import org.muniment.query.picture.PlanPicture;

/** One budget line; {@code amount} is what is left of it after all adjustments. */
record BudgetLineView(
        String id,
        String plan,
        long version,
        Title category,
        BudgetLineKind kind,
        MoneyUnit unit,
        Figure amount,
        List<Forecast> forecasts) {
    record Forecast(LocalDate asAt, Figure amount) {}

    static BudgetLineView of(PlanPicture plan, BudgetLinePicture line) {
        return new BudgetLineView(
                line.id().value(),
                plan.adopted().plan().value(),
                line.version(),
                line.category(),
                line.kind(),
                line.unit(),
                line.amount(),
                line.forecasts().entrySet().stream()
                        .map(said -> new Forecast(said.getKey(), said.getValue().word()))
                        .toList());
    }
}
