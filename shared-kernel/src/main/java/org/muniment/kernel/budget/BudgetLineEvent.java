package org.muniment.kernel.budget;

import java.time.LocalDate;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.plan.PlanRecord;
import org.muniment.kernel.words.Narrative;
import org.muniment.kernel.words.Title;

/** What has happened to a budget line. */
public sealed interface BudgetLineEvent extends PlanRecord {
    BudgetLineId line();

    record BudgetLineApproved(
            BudgetLineId line,
            PlanId plan,
            Title category,
            Figure amount,
            BudgetLineKind kind,
            MoneyUnit unit)
            implements BudgetLineEvent {}

    /** {@code amount} is the budget after the change. */
    record BudgetLineAdjusted(
            BudgetLineId line,
            PlanId plan,
            Figure change,
            Figure amount,
            Narrative reason,
            BudgetLineId counterpart)
            implements BudgetLineEvent {}

    record OutturnForecast(BudgetLineId line, PlanId plan, LocalDate asAt, Figure amount)
            implements BudgetLineEvent {}

    @Override
    default String subject() {
        return line().toString();
    }
}
