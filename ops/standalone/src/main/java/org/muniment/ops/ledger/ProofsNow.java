package org.muniment.ops.ledger;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muniment.kernel.ledger.BadEvidence;
import org.muniment.kernel.ledger.StoredEvent;
import org.muniment.ops.ledger.Ledger.Sealed;
import org.muniment.ops.log.LogRows;
import org.muniment.query.audit.EventProofs;
import org.muniment.query.journal.EventJson;
import org.muniment.query.journal.JournalEntry;

/**
 * Reads an event from the log itself, compares it with what the read side tells of it, and verifies
 * that it is under the last checkpoint: signature, root and path, as a stranger would.
 */
final class ProofsNow implements EventProofs {
    private final Ledger ledger;
    private final Sealer sealer;
    private final LogRows log;

    ProofsNow(Ledger ledger, Sealer sealer, LogRows log) {
        this.ledger = ledger;
        this.sealer = sealer;
        this.log = log;
    }

    @Override
    public Proof of(JournalEntry told) {
        if (sealer.fault() != null) {
            return Proof.failed("the log is not the one that was sealed: " + sealer.fault());
        }
        Optional<Sealed> last =
                ledger.last().filter(it -> it.checkpoint().size() >= told.position());
        return last.map(it -> under(it, told)).orElseGet(Proof::notSealed);
    }

    private Proof under(Sealed sealed, JournalEntry told) {
        try {
            List<StoredEvent> stored = log.rowsAfter(told.position() - 1, 1);
            if (stored.isEmpty() || !isTold(stored.get(0), told)) {
                return Proof.failed(
                        "event %s is not stored as it is told here".formatted(told.position()));
            }
            ledger.proof(told.position(), sealed)
                    .verify(ledger.leaf(stored.get(0)), ledger.origin(), ledger.keys().all());
            return Proof.provedAt(sealed.checkpoint().size());
        } catch (BadEvidence changed) {
            return Proof.failed("event %s was changed".formatted(told.position()));
        }
    }

    private static boolean isTold(StoredEvent stored, JournalEntry told) {
        return stored.position() == told.position()
                && stored.stream().equals(told.subject())
                && stored.type().equals(told.type())
                && stored.revision().equals(told.revision())
                && stored.payload().equals(told.payload())
                && EventJson.read(stored.metadata(), Map.class)
                        .equals(EventJson.read(told.metadata(), Map.class));
    }
}
