package org.muniment.command.budget;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import org.muniment.kernel.budget.BudgetLineCommand.AdjustBudgetLine;
import org.muniment.kernel.budget.BudgetLineId;
import org.muniment.kernel.words.Refused;

/** A virement changes two lines in one transaction: both or neither. */
final class BudgetAdjustments {
    private final Repository<BudgetLine> lines;

    BudgetAdjustments(Repository<BudgetLine> lines) {
        this.lines = lines;
    }

    @CommandHandler
    void handle(AdjustBudgetLine command) {
        Aggregate<BudgetLine> line = lines.load(command.line().toString());
        if (command.counterpart() == null) {
            line.execute(it -> it.adjust(command.change(), command.reason(), null));
            return;
        }
        Aggregate<BudgetLine> counterpart = counterpart(line, command.counterpart());
        requireCountedAlike(line, counterpart);
        line.execute(it -> it.adjust(command.change(), command.reason(), command.counterpart()));
        counterpart.execute(
                it -> it.adjust(command.change().negated(), command.reason(), command.line()));
    }

    /** A line of another plan is as unknown as one that never was: it may be nobody's business. */
    private Aggregate<BudgetLine> counterpart(Aggregate<BudgetLine> line, BudgetLineId id) {
        try {
            Aggregate<BudgetLine> counterpart = lines.load(id.toString());
            if (line.invoke(one -> counterpart.invoke(one::isOfTheSamePlan))) {
                return counterpart;
            }
        } catch (AggregateNotFoundException unknown) {
            // Refused below, in the same words.
        }
        throw Refused.because(
                "unknown-counterpart", "counterpart", "the plan has no line " + id.value());
    }

    private static void requireCountedAlike(
            Aggregate<BudgetLine> line, Aggregate<BudgetLine> counterpart) {
        boolean alike = line.invoke(one -> counterpart.invoke(one::isCountedLike));
        if (!alike) {
            throw Refused.because(
                    "counterpart-in-another-unit",
                    "counterpart",
                    "the counterpart is counted in another unit");
        }
    }
}
