package org.muniment.ops.ledger;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.muniment.command.dispatch.Caller;
import org.muniment.command.dispatch.Commands;
import org.muniment.command.dispatch.Receipt;
import org.muniment.kernel.ledger.NoteKey;
import org.muniment.kernel.ledgerkey.LedgerKeyCommand.RotateLedgerKey;
import org.muniment.kernel.ledgerkey.LedgerKeyEvent.LedgerKeyRotated;
import org.muniment.kernel.ledgerkey.LedgerOrigin;
import org.muniment.kernel.words.Narrative;
import org.muniment.kernel.words.Refused;
import org.muniment.ops.log.LogRows;
import org.muniment.query.moment.NotCaughtUp;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Changes the log's key, one change at a time. */
@Component
class KeyRotation {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Ledger ledger;

    /** With one more, no policy could name all the keys and no evidence could be handed out. */
    private static final int MOST = 63;

    private final LogRows log;
    private final SealedLog sealed;
    private final Commands commands;

    KeyRotation(Ledger ledger, LogRows log, SealedLog sealed, Commands commands) {
        this.ledger = ledger;
        this.log = log;
        this.sealed = sealed;
        this.commands = commands;
    }

    /** Returns once a checkpoint is signed with both keys. */
    synchronized ResponseEntity<Receipt> rotate(Narrative reason, Caller caller) {
        LedgerOrigin origin = new LedgerOrigin(ledger.origin());
        List<LedgerKeyRotated> changes = LedgerKeys.changes(log, origin);
        if (changes.size() >= MOST) {
            throw Refused.by(
                    "keys-exhausted", "a policy names at most %d keys".formatted(MOST + 1));
        }
        requireDone(changes);
        NoteKey from = ledger.keys().current();
        NoteKey to = ledger.keys().prepare();
        ResponseEntity<Receipt> answer =
                commands.add(to.toString(), new RotateLedgerKey(origin, from, to, reason), caller);
        long position = Objects.requireNonNull(answer.getBody()).position();
        sealed.requireSealed(position, PATIENCE);
        return answer;
    }

    /** The secret that the log names must not be replaced before it is in use. */
    private void requireDone(List<LedgerKeyRotated> changes) {
        if (!changes.isEmpty()
                && !changes.get(changes.size() - 1).to().equals(ledger.keys().current())) {
            throw new NotCaughtUp(ledger.size());
        }
    }
}
