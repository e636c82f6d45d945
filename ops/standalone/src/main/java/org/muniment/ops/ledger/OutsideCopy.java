package org.muniment.ops.ledger;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.muniment.kernel.ledger.Checkpoint;
import org.muniment.kernel.ledger.SignedNote;
import org.muniment.ops.ledger.Ledger.Sealed;
import org.muniment.ops.turn.Leadership;

/**
 * The last checkpoint, kept where whoever may write the data directory may not: replaced once a
 * second while there are new ones, and compared each time and every minute. A place that cannot be
 * reached for a while is only noted: the log goes on without it.
 */
final class OutsideCopy {
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final long COMPARE_NANOS = Duration.ofMinutes(1).toNanos();

    private final KeptNote kept;
    private final Ledger ledger;
    private final Leadership leadership;
    private Rounds rounds;
    private SignedNote written;
    private long compared;
    private volatile String trouble;

    /** {@code kept} is null where no copy is kept. */
    OutsideCopy(KeptNote kept, Ledger ledger, Leadership leadership) {
        this.kept = kept;
        this.ledger = ledger;
        this.leadership = leadership;
    }

    /** What health says of it. */
    String standing() {
        if (kept == null) {
            return "none is kept outside";
        }
        return trouble == null ? "kept outside" : "it cannot be reached: " + trouble;
    }

    void start(Consumer<RuntimeException> alarm) {
        if (kept != null) {
            rounds = new Rounds("copy of the checkpoint", this::round, alarm);
            rounds.start();
        }
    }

    private Duration round() {
        if (!leadership.isMine()) {
            return PAUSE;
        }
        SignedNote last = ledger.last().map(Sealed::note).orElse(null);
        if (last != null && !last.equals(written)) {
            replaceWith(last);
        } else if (System.nanoTime() - compared >= COMPARE_NANOS) {
            compare();
        }
        return PAUSE;
    }

    private void replaceWith(SignedNote last) {
        noting(
                () -> {
                    requireBeginning();
                    kept.write(last);
                    written = last;
                });
    }

    /**
     * @throws LedgerFault where it speaks of more events, or of others
     */
    void compare() {
        if (kept != null) {
            noting(this::requireBeginning);
        }
    }

    private void noting(Runnable task) {
        compared = System.nanoTime();
        try {
            task.run();
            trouble = null;
        } catch (UncheckedIOException unreachable) {
            trouble = unreachable.getCause().getMessage();
        }
    }

    private void requireBeginning() {
        Optional<SignedNote> note = kept.read(ledger.keys().all());
        if (note.isPresent()) {
            ledger.requireBeginning(
                    Checkpoint.parse(note.get().text()), "the checkpoint kept outside");
        }
    }

    /** The last checkpoint is outside, or could not be put there. */
    void close() {
        if (rounds != null) {
            rounds.close();
            round();
        }
    }
}
