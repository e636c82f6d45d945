package org.muniment.verifier;

import java.io.IOException;
import java.sql.SQLException;
import java.util.function.LongConsumer;
import org.muniment.kernel.ledger.BadEvidence;
import org.muniment.kernel.ledger.Checkpoint;
import org.muniment.kernel.ledger.Hash;
import org.muniment.kernel.ledger.LeafEntry;

/** That a log begins with the events of a checkpoint: hashed again, they must give its root. */
final class LogCheck {
    private final Checkpoint checkpoint;
    private final Rehash rehash;

    /** {@code kept} may be null. */
    LogCheck(Checkpoint checkpoint, KeptHashes kept) {
        this.checkpoint = checkpoint;
        this.rehash = new Rehash(kept, checkpoint.size());
    }

    /**
     * @param progress is told each position
     * @return how many events the log holds beyond those of the checkpoint
     * @throws BadEvidence naming the first event that is wrong, where that can be told
     */
    long check(LogRows rows, LongConsumer progress) throws SQLException, IOException {
        long after = 0;
        while (rows.next()) {
            if (rehash.size() == checkpoint.size()) {
                after++;
            } else {
                rehash.add(leaf(rows));
                progress.accept(rehash.size());
            }
        }
        judge();
        return after;
    }

    private Hash leaf(LogRows rows) throws SQLException {
        long expected = rehash.size() + 1;
        if (rows.position() != expected) {
            throw new BadEvidence(
                    "event %s is missing: event %s is in its place"
                            .formatted(expected, rows.position()));
        }
        try {
            return new LeafEntry(checkpoint.origin(), rows.event()).hash();
        } catch (BadEvidence damaged) {
            throw new BadEvidence("event %s: %s".formatted(expected, damaged.getMessage()));
        }
    }

    private void judge() {
        if (rehash.size() < checkpoint.size()) {
            throw new BadEvidence(
                    "the log holds %s, but %s were sealed: events at its end are missing"
                            .formatted(
                                    Plain.count(rehash.size(), "event", "events"),
                                    checkpoint.size()));
        }
        boolean signed = rehash.root().equals(checkpoint.root());
        long changed = rehash.firstChanged();
        if (signed && changed == 0 && rehash.firstDamaged() == 0 && !rehash.ended()) {
            return;
        }
        if (signed) {
            throw new BadEvidence(
                    "the log is the one that was signed, but the hashes kept of it are damaged: "
                            + whereDamaged(changed));
        }
        if (changed > 0) {
            throw new BadEvidence(
                    rehash.rootKept().equals(checkpoint.root())
                            ? "event %s was changed after it was sealed".formatted(changed)
                            : "event %s is not the one that was hashed, and neither the log nor"
                                            .formatted(changed)
                                    + " the hashes give the root that was signed");
        }
        throw new BadEvidence(
                "the first %s of the log are not those that were sealed"
                        .formatted(Plain.count(checkpoint.size(), "event", "events")));
    }

    private String whereDamaged(long changed) {
        if (changed > 0) {
            return "that of event " + changed;
        }
        return rehash.firstDamaged() > 0
                ? "those above event " + rehash.firstDamaged()
                : "they end after event " + rehash.keptLeaves();
    }
}
