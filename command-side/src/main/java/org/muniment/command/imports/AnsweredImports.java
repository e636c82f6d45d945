package org.muniment.command.imports;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.muniment.command.dispatch.Caller;
import org.muniment.command.dispatch.Commands;
import org.muniment.command.dispatch.EventPositions;
import org.muniment.command.imports.RowAnswer.Change;
import org.muniment.command.imports.RowAnswer.Outcome;
import org.muniment.kernel.request.ImportedRow;
import org.muniment.kernel.request.RequestCommand.AnswerImport;
import org.muniment.kernel.request.RequestEvent;
import org.muniment.kernel.request.RequestEvent.ImportAnswered;
import org.muniment.kernel.words.Refused;

/**
 * Remembers in the log what became of a file that came with a key, in the file's own transaction.
 * What the file says is not kept: whoever asks again sends it again.
 */
final class AnsweredImports {
    private final EventStore log;
    private final EventPositions positions;
    private final Commands commands;

    AnsweredImports(EventStore log, EventPositions positions, Commands commands) {
        this.log = log;
        this.positions = positions;
        this.commands = commands;
    }

    /** {@code position} is where the answer itself stands: right behind the file's events. */
    record First(ImportAnswered kept, long position) {
        ImportAnswer answer(ImportKind kind, Imports.File file, List<Cells> rows) {
            if (rows.size() != kept.rows().size()) {
                throw Refused.by(
                        "read-otherwise",
                        "the file was recorded under this key when it was read as %d rows, and now"
                                        .formatted(kept.rows().size())
                                + " it is read as "
                                + rows.size());
            }
            List<RowAnswer> answers =
                    IntStream.range(0, rows.size())
                            .mapToObj(row -> again(kind, rows.get(row), kept.rows().get(row)))
                            .toList();
            long before = position - 1 - kept.events();
            return ImportAnswer.of(kind, file, false, answers, before, kept.events());
        }

        private static RowAnswer again(ImportKind kind, Cells cells, ImportedRow row) {
            List<Step> steps = kind.steps(cells);
            Outcome same = steps.isEmpty() ? Outcome.EMPTY : Outcome.UNCHANGED;
            Change change = row.to() == null ? null : new Change(row.from(), row.to());
            return RowAnswer.of(
                    cells, row.changed() ? Outcome.RECORDED : same, steps, change, null);
        }
    }

    /**
     * Empty where the file was not recorded yet, or where it came without a key.
     *
     * @throws org.muniment.command.dispatch.KeyReused where the key stands for another request
     */
    Optional<First> find(Caller caller) {
        if (caller.retry() == null) {
            return Optional.empty();
        }
        String request = caller.retry().requestOf(caller.by()).toString();
        long position = positions.headOf(request).position();
        if (position == 0) {
            return Optional.empty();
        }
        RequestEvent kept = (RequestEvent) log.readEvents(request).next().getPayload();
        caller.retry().requireSame(kept);
        return Optional.of(new First((ImportAnswered) kept, position));
    }

    /** To be called once the file's own events are appended; what is refused is not kept. */
    void note(ImportAnswer answer, Caller caller) {
        if (caller.retry() == null || answer.counts().refused() > 0) {
            return;
        }
        commands.sendImported(
                new AnswerImport(
                        caller.retry().requestOf(caller.by()),
                        caller.retry().said(),
                        answer.events(),
                        answer.rows().stream().map(AnsweredImports::row).toList()),
                caller,
                answer.id());
    }

    private static ImportedRow row(RowAnswer row) {
        Change change = row.status();
        return new ImportedRow(
                row.outcome() == Outcome.RECORDED,
                change == null ? null : change.from(),
                change == null ? null : change.to());
    }
}
