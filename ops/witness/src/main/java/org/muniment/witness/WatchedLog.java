package org.muniment.witness;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.muniment.kernel.ledger.AddCheckpoint;
import org.muniment.kernel.ledger.SignedNote;
import org.muniment.kernel.ledger.SigningKey;

/** One log as this witness knows it: what it cosigned last, here and in a file. */
final class WatchedLog {
    private final Path file;
    private final SigningKey key;
    private final Clock clock;
    private final Evidence evidence;
    private volatile Cosigned last;

    WatchedLog(Path file, SigningKey key, Clock clock, Evidence evidence, Cosigned last) {
        this.file = file;
        this.key = key;
        this.clock = clock;
        this.evidence = evidence;
        this.last = last;
    }

    Cosigned last() {
        return last;
    }

    /**
     * Checks, keeps and only then cosigns, in one step: of two that grew from the same checkpoint
     * the second is compared with the first. Where the disk fails nothing is cosigned, and it does
     * not matter which of the two the file holds: both grew from the last one given out.
     *
     * @param submitted with signatures of the log's trusted keys alone
     * @throws Refused where the checkpoint did not grow from the last one
     * @throws IOException where the disk failed
     */
    synchronized Cosigned cosign(AddCheckpoint submitted) throws IOException {
        try {
            WitnessRules.requireGrowth(submitted, last.checkpoint());
        } catch (Refused refused) {
            evidence.keep(submitted, last, refused, clock.instant());
            throw refused;
        }
        SignedNote note = submitted.checkpoint().signedBy(key, now());
        Cosigned next = Cosigned.of(note, key.key());
        DurableFile.write(file, note.toString());
        last = next;
        return next;
    }

    /**
     * A cosignature says which tree was the largest seen at its time, so a larger one never has an
     * earlier time, even where the clock goes back; and 0 would mean that there is no time.
     */
    private Instant now() {
        long seconds = Math.max(clock.instant().getEpochSecond(), last.at().getEpochSecond());
        return Instant.ofEpochSecond(Math.max(1, seconds));
    }
}
