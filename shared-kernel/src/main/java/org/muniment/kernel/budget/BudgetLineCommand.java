package org.muniment.kernel.budget;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.words.Malformed;
import org.muniment.kernel.words.Narrative;
import org.muniment.kernel.words.Reasoned;
import org.muniment.kernel.words.Title;

/** What can be said to a budget line. */
public sealed interface BudgetLineCommand {
    record ApproveBudgetLine(
            @TargetAggregateIdentifier BudgetLineId line,
            PlanId plan,
            Title category,
            Figure amount,
            BudgetLineKind kind,
            MoneyUnit unit)
            implements BudgetLineCommand {}

    /**
     * With a {@code counterpart} it is a virement: the opposite change is made there, or neither.
     */
    record AdjustBudgetLine(
            @TargetAggregateIdentifier BudgetLineId line,
            Figure change,
            Narrative reason,
            BudgetLineId counterpart)
            implements BudgetLineCommand, Reasoned {
        public AdjustBudgetLine {
            if (line.equals(counterpart)) {
                throw new Malformed("counterpart", "must be another line");
            }
        }
    }

    record ForecastOutturn(
            @TargetAggregateIdentifier BudgetLineId line, LocalDate asAt, Figure amount)
            implements BudgetLineCommand {}
}
