package org.muniment.command.budget;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.muniment.command.dispatch.Caller;
import org.muniment.command.dispatch.Commands;
import org.muniment.command.dispatch.Receipt;
import org.muniment.kernel.budget.BudgetLineCommand.AdjustBudgetLine;
import org.muniment.kernel.budget.BudgetLineCommand.ApproveBudgetLine;
import org.muniment.kernel.budget.BudgetLineCommand.ForecastOutturn;
import org.muniment.kernel.budget.BudgetLineId;
import org.muniment.kernel.budget.BudgetLineKind;
import org.muniment.kernel.budget.MoneyUnit;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.words.Malformed;
import org.muniment.kernel.words.Narrative;
import org.muniment.kernel.words.Title;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class BudgetLineApi {
    private final Commands commands;

    BudgetLineApi(Commands commands) {
        this.commands = commands;
    }

    @PostMapping("/api/plans/{plan}/budget-lines")
    ResponseEntity<Receipt> approve(
            @PathVariable PlanId plan, @Valid @RequestBody Approval body, Caller caller) {
        return commands.create(
                body.id.value(),
                new ApproveBudgetLine(
                        body.id, plan, body.category, body.amount, body.kind, body.unit()),
                caller);
    }

    @PostMapping("/api/budget-lines/{line}/adjustments")
    ResponseEntity<Receipt> adjust(
            @PathVariable BudgetLineId line, @Valid @RequestBody Adjustment body, Caller caller) {
        return commands.change(
                line.value(),
                new AdjustBudgetLine(line, body.change, body.reason, body.counterpart),
                caller);
    }

    @PostMapping("/api/budget-lines/{line}/forecasts")
    ResponseEntity<Receipt> forecast(
            @PathVariable BudgetLineId line, @Valid @RequestBody Forecast body, Caller caller) {
        return commands.change(
                line.value(), new ForecastOutturn(line, body.asAt, body.amount), caller);
    }

    /** {@code unit} is £m where it is not given, as committees print budgets. */
    record Approval(
            @NotNull BudgetLineId id,
            @NotNull Title category,
            @NotNull Figure amount,
            @NotNull BudgetLineKind kind,
            MoneyUnit unit) {
        public MoneyUnit unit() {
            return unit == null ? MoneyUnit.MILLION_POUNDS : unit;
        }
    }

    record Adjustment(@NotNull Figure change, @NotNull Narrative reason, BudgetLineId counterpart) {
        Adjustment {
            if (change != null && change.isZero()) {
                throw new Malformed("change", "must not be zero");
            }
        }
    }

    record Forecast(@NotNull LocalDate asAt, @NotNull Figure amount) {}
}
