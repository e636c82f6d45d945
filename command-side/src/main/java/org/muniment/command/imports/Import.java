package org.muniment.command.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.common.Registration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.muniment.command.dispatch.Caller;
import org.muniment.command.dispatch.Commands;
import org.muniment.command.dispatch.OutOfReach;
import org.muniment.command.imports.RowAnswer.Change;
import org.muniment.command.imports.RowAnswer.Outcome;
import org.muniment.kernel.budget.BudgetLineCommand.AdjustBudgetLine;
import org.muniment.kernel.figures.Status;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.words.Malformed;
import org.muniment.kernel.words.Refused;

/** One file on its way through the commands, row after row, within one transaction. */
final class Import {
    private final ImportKind kind;
    private final PlanId plan;
    private final String id;
    private final Caller caller;
    private final Commands commands;
    private final EventStore log;
    private final Map<String, Known> known = new HashMap<>();
    private final Map<String, Boolean> recordedBefore = new HashMap<>();
    private final Map<String, Integer> said = new HashMap<>();
    private long events;

    Import(
            ImportKind kind,
            PlanId plan,
            String id,
            Caller caller,
            Commands commands,
            EventStore log) {
        this.kind = kind;
        this.plan = plan;
        this.id = id;
        this.caller = caller;
        this.commands = commands;
        this.log = log;
    }

    /** How many events its rows have appended. */
    long events() {
        return events;
    }

    /**
     * Nobody else appends meanwhile: commands take turns, and this is one turn.
     *
     * @param rowDone called after each row
     */
    List<RowAnswer> send(List<Cells> rows, Runnable rowDone) {
        List<RowAnswer> answers = new ArrayList<>();
        Registration listening = log.subscribe(appended -> appended.forEach(this::note));
        try {
            for (Cells row : rows) {
                answers.add(send(row));
                rowDone.run();
            }
        } finally {
            listening.cancel();
        }
        return answers;
    }

    private void note(EventMessage<?> appended) {
        DomainEventMessage<?> event = (DomainEventMessage<?>) appended;
        events++;
        known.get(event.getAggregateIdentifier()).note(event);
    }

    private RowAnswer send(Cells cells) {
        List<Step> steps = kind.steps(cells);
        if (!cells.faults().isEmpty()) {
            return RowAnswer.of(cells, Outcome.REFUSED, steps, null, null);
        }
        if (steps.isEmpty()) {
            return RowAnswer.of(cells, Outcome.EMPTY, steps, null, null);
        }
        Known thing = known.computeIfAbsent(steps.get(0).stream(), this::read);
        steps.forEach(this::readCounterpart);
        Step last = steps.get(steps.size() - 1);
        long eventsBefore = events;
        Status before = thing.statusOf(last.month());
        try {
            steps.forEach(step -> send(step, thing, cells.row()));
        } catch (Refused refused) {
            cells.fault(refused.field().orElse(null), refused.getMessage());
            return RowAnswer.of(cells, Outcome.REFUSED, steps, null, refused.rule());
        } catch (OutOfReach outside) {
            cells.fault(null, outside.getMessage());
            return RowAnswer.of(cells, Outcome.REFUSED, steps, null, "out-of-reach");
        } catch (Malformed malformed) {
            cells.fault(malformed.field(), malformed.getMessage());
            return RowAnswer.of(cells, Outcome.REFUSED, steps, null, null);
        }
        Status after = thing.statusOf(last.month());
        Change change = before == after ? null : new Change(before, after);
        return RowAnswer.of(
                cells,
                events == eventsBefore ? Outcome.UNCHANGED : Outcome.RECORDED,
                steps,
                change,
                null);
    }

    /** Before it is changed: a row of its own may follow. */
    private void readCounterpart(Step step) {
        if (step.command() instanceof AdjustBudgetLine virement && virement.counterpart() != null) {
            known.computeIfAbsent(virement.counterpart().toString(), this::read);
        }
    }

    private Known read(String stream) {
        Known thing = Known.read(log, stream);
        recordedBefore.put(stream, thing.imports().contains(id));
        return thing;
    }

    private void send(Step step, Known thing, int row) {
        if (!thing.belongsTo(plan)) {
            throw Refused.because(
                    "unknown",
                    kind.headings().get(0),
                    "there is no %s in the plan %s"
                            .formatted(step.stream().replaceFirst(":", " "), plan.value()));
        }
        Integer earlier = step.once() == null ? null : said.putIfAbsent(step.once(), row);
        if (earlier != null) {
            throw Refused.by(
                    "said-twice", "row %d speaks of %s too".formatted(earlier, step.once()));
        }
        if (!isKeptAlready(step)) {
            commands.sendImported(step.command(), caller, id);
        }
    }

    /** Every other command can tell by itself that it was said before in the same words. */
    private boolean isKeptAlready(Step step) {
        return step.command() instanceof AdjustBudgetLine && recordedBefore.get(step.stream());
    }
}
