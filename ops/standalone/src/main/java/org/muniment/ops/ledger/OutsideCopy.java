package org.muniment.ops.ledger;

import java.io.UncheckedIOException;
import java.util.Optional;
import org.muniment.kernel.ledger.Checkpoint;
import org.muniment.kernel.ledger.SignedNote;

/**
 * The last checkpoint, kept where whoever may write the data directory may not. A place that cannot
 * be reached for a while is only noted: the log goes on without it.
 */
final class OutsideCopy {
    private final KeptNote kept;
    private final Ledger ledger;
    private volatile String trouble;

    /** {@code kept} is null where no copy is kept. */
    OutsideCopy(KeptNote kept, Ledger ledger) {
        this.kept = kept;
        this.ledger = ledger;
    }

    boolean isKept() {
        return kept != null;
    }

    /** Why it could not be read or written the last time; null where it could. */
    String trouble() {
        return trouble;
    }

    /**
     * @throws LedgerFault where it speaks of more events, or of others
     */
    void compare() {
        noting(this::requireBeginning);
    }

    /**
     * Puts the last checkpoint in the place of what is there.
     *
     * @throws LedgerFault as {@link #compare()}
     */
    void replace() {
        noting(
                () -> {
                    requireBeginning();
                    ledger.last().ifPresent(last -> kept.write(last.note()));
                });
    }

    private void noting(Runnable task) {
        if (kept == null) {
            return;
        }
        try {
            task.run();
            trouble = null;
        } catch (UncheckedIOException unreachable) {
            trouble = "it cannot be reached: " + unreachable.getCause().getMessage();
        }
    }

    private void requireBeginning() {
        Optional<SignedNote> note = kept.read(ledger.keys().all());
        if (note.isPresent()) {
            Checkpoint checkpoint = Checkpoint.parse(note.get().text());
            if (checkpoint.size() > ledger.size()) {
                throw new LedgerFault(
                        "it holds %s events, but the checkpoint kept outside speaks of %s"
                                .formatted(ledger.size(), checkpoint.size()));
            }
            ledger.requireRoot(checkpoint, "the checkpoint kept outside");
        }
    }
}
