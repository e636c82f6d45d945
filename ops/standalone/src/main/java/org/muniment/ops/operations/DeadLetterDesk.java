package org.muniment.ops.operations;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.muniment.command.dispatch.Caller;
import org.muniment.command.dispatch.Commands;
import org.muniment.command.dispatch.Receipt;
import org.muniment.kernel.deadletter.DeadLetterCommand.EvictDeadLetter;
import org.muniment.kernel.deadletter.DeadLetterCommand.RetryDeadLetter;
import org.muniment.kernel.deadletter.DeadLetterId;
import org.muniment.kernel.ledger.StoredEvent;
import org.muniment.kernel.words.Narrative;
import org.muniment.ops.log.LogRows;
import org.muniment.query.journal.DeadLetter;
import org.muniment.query.journal.DeadLetters;
import org.muniment.query.journal.EventJson;
import org.muniment.query.moment.Moments;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The dead letters of the read models that are read, and what is decided about them. */
@Component
class DeadLetterDesk {
    private final DeadLetters letters;
    private final LogRows log;
    private final Moments moments;
    private final Commands commands;

    DeadLetterDesk(DeadLetters letters, LogRows log, Moments moments, Commands commands) {
        this.letters = letters;
        this.log = log;
        this.moments = moments;
        this.commands = commands;
    }

    /**
     * One event and all that is known of its trouble.
     *
     * @param event as it is stored
     * @param stopped what stands before it at present
     * @param decisions what was decided about it, in order
     */
    record Inspection(StoredEvent event, List<DeadLetter> stopped, List<Decision> decisions) {}

    /** {@code what} is the stored name of the event that says so. */
    record Decision(long position, Instant recordedAt, String what, String by, String why) {}

    List<DeadLetter> all() {
        moments.resolve(null, "asOf");
        return letters.all();
    }

    Inspection inspect(DeadLetterId letter) {
        moments.resolve(null, "asOf");
        List<DeadLetter> stopped = letters.at(letter.position());
        List<Decision> decisions = decisions(letter);
        List<StoredEvent> event = log.rowsAfter(letter.position() - 1, 1);
        if (event.isEmpty() || stopped.isEmpty() && decisions.isEmpty()) {
            throw new UnknownLetter(letter.position());
        }
        return new Inspection(event.get(0), stopped, decisions);
    }

    private List<Decision> decisions(DeadLetterId letter) {
        return log.rowsOf(letter.toString()).stream().map(DeadLetterDesk::decision).toList();
    }

    private static Decision decision(StoredEvent row) {
        Map<?, ?> metadata = EventJson.read(row.metadata(), Map.class);
        return new Decision(
                row.position(),
                Instant.parse(row.recordedAt()),
                row.type(),
                String.valueOf(metadata.get("by")),
                String.valueOf(metadata.get("why")));
    }

    ResponseEntity<Receipt> retry(DeadLetterId letter, Caller caller) {
        requireStopped(letter);
        return commands.add(idOf(letter), new RetryDeadLetter(letter), caller);
    }

    ResponseEntity<Receipt> evict(DeadLetterId letter, Narrative reason, Caller caller) {
        requireStopped(letter);
        return commands.add(idOf(letter), new EvictDeadLetter(letter, reason), caller);
    }

    private static String idOf(DeadLetterId letter) {
        return Long.toString(letter.position());
    }

    private void requireStopped(DeadLetterId letter) {
        moments.resolve(null, "asOf");
        if (letters.at(letter.position()).isEmpty()) {
            throw new UnknownLetter(letter.position());
        }
    }
}
