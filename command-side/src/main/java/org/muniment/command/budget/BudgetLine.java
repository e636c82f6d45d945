package org.muniment.command.budget;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.muniment.command.plan.AdoptedPlans;
import org.muniment.kernel.budget.BudgetLineCommand.ApproveBudgetLine;
import org.muniment.kernel.budget.BudgetLineCommand.ForecastOutturn;
import org.muniment.kernel.budget.BudgetLineEvent.BudgetLineAdjusted;
import org.muniment.kernel.budget.BudgetLineEvent.BudgetLineApproved;
import org.muniment.kernel.budget.BudgetLineEvent.OutturnForecast;
import org.muniment.kernel.budget.BudgetLineId;
import org.muniment.kernel.budget.MoneyUnit;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.words.Narrative;
import org.muniment.kernel.words.Refused;

final class BudgetLine {
    @AggregateIdentifier private BudgetLineId id;
    private PlanId plan;
    private MoneyUnit unit;
    private Figure amount;
    private final Map<LocalDate, OutturnForecast> forecasts = new HashMap<>();

    BudgetLine() {}

    @CommandHandler
    BudgetLine(ApproveBudgetLine command, AdoptedPlans plans) {
        plans.termsOf(command.plan());
        apply(
                new BudgetLineApproved(
                        command.line(),
                        command.plan(),
                        command.category(),
                        command.amount(),
                        command.kind(),
                        command.unit()));
    }

    @CommandHandler
    void handle(ForecastOutturn command) {
        OutturnForecast event = new OutturnForecast(id, plan, command.asAt(), command.amount());
        if (!event.equals(forecasts.get(command.asAt()))) {
            apply(event);
        }
    }

    /** Called by {@link BudgetAdjustments}, which sees both ends of a virement. */
    void adjust(Figure change, Narrative reason, BudgetLineId counterpart) {
        Figure adjusted = amount.plus(change);
        if (!adjusted.isStorable()) {
            throw Refused.by(
                    "figure-too-large", "the line would have more digits than can be kept");
        }
        apply(new BudgetLineAdjusted(id, plan, change, adjusted, reason, counterpart));
    }

    /** Money can only move between lines that are counted alike. */
    boolean isOfTheSamePlan(BudgetLine other) {
        return plan.equals(other.plan);
    }

    boolean isCountedLike(BudgetLine other) {
        return unit == other.unit;
    }

    @EventSourcingHandler
    void on(BudgetLineApproved event) {
        id = event.line();
        plan = event.plan();
        unit = event.unit();
        amount = event.amount();
    }

    @EventSourcingHandler
    void on(BudgetLineAdjusted event) {
        amount = event.amount();
    }

    @EventSourcingHandler
    void on(OutturnForecast event) {
        forecasts.put(event.asAt(), event);
    }
}
