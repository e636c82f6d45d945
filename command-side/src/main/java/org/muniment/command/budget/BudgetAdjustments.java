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
        Aggregate<BudgetLine> counterpart = counterpart(command.counterpart());
        requireCountedAlike(line, counterpart);
        line.execute(it -> it.adjust(command.change(), command.reason(), command.counterpart()));
        counterpart.execute(
                it -> it.adjust(command.change().negated(), command.reason(), command.line()));
    }

    private Aggregate<BudgetLine> counterpart(BudgetLineId id) {
        try {
            return lines.load(id.toString());
        } catch (AggregateNotFoundException unknown) {
            throw Refused.because("unknown-counterpart", "counterpart", "there is no " + id);
        }
    }

    private static void requireCountedAlike(
            Aggregate<BudgetLine> line, Aggregate<BudgetLine> counterpart) {
        boolean alike = line.invoke(one -> counterpart.invoke(one::isCountedLike));
        if (!alike) {
            throw Refused.because(
                    "counterpart-elsewhere",
                    "counterpart",
                    "the counterpart belongs to another plan or is counted in another unit");
        }
    }
}
