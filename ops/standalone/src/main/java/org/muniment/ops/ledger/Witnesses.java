package org.muniment.ops.ledger;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.muniment.kernel.ledger.BadEvidence;
import org.muniment.kernel.ledger.Policy;
import org.muniment.kernel.ledger.SignedNote;
import org.muniment.ops.files.DurableFile;
import org.muniment.ops.ledger.Ledger.Sealed;
import org.muniment.ops.ledger.WatchedBy.Standing;
import org.muniment.ops.log.CannotStart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has checkpoints cosigned by the witnesses of a policy: each new one, once a second at most, and
 * every minute the last one again. What they have seen and the log no longer holds is a fault.
 */
final class Witnesses {
    private static final Logger LOG = LoggerFactory.getLogger(Witnesses.class);
    private static final long PAUSE_MILLIS = 1_000;

    /** While too few have cosigned. */
    private static final long RETRY_MILLIS = 5_000;

    /** A witness may be slow to answer; a shutdown does not wait for it. */
    private static final long CLOSE_MILLIS = 2_000;

    private static final long COMPARE_NANOS = Duration.ofMinutes(1).toNanos();

    private final Policy policy;
    private final Ledger ledger;
    private final Sealer sealer;
    private final List<WatchedBy> watching;
    private final Thread thread = new Thread(this::run, "witnesses");

    /** Not an interrupt, which would close the files that the thread is using. */
    private final CountDownLatch closing = new CountDownLatch(1);

    Witnesses(Policy policy, Ledger ledger, Sealer sealer) {
        this.policy = policy;
        this.ledger = ledger;
        this.sealer = sealer;
        WitnessClient client = new WitnessClient();
        this.watching =
                policy.witnesses().stream()
                        .filter(witness -> witness.url() != null)
                        .map(witness -> new WatchedBy(witness, ledger, client))
                        .toList();
    }

    /**
     * The policy in a file; without a file nobody need cosign.
     *
     * @throws CannotStart where there is none or it breaks a rule of the format
     */
    static Policy policyIn(String file) {
        if (file.isBlank()) {
            return Policy.parse("quorum none\n");
        }
        try {
            return DurableFile.read(Path.of(file))
                    .map(Policy::parse)
                    .orElseThrow(() -> new BadEvidence("there is no such file"));
        } catch (BadEvidence broken) {
            throw new CannotStart(
                    "The policy %s cannot be used: %s.".formatted(file, broken.getMessage()),
                    "Mend it, or choose another file with MUNIMENT_POLICY.");
        }
    }

    /** Whom to believe about this log: its own keys, and the witnesses. */
    Policy policy() {
        return policy.withoutAddresses().withLogs(ledger.keys().all());
    }

    List<Standing> standings() {
        return watching.stream().map(WatchedBy::standing).toList();
    }

    void start() {
        if (!watching.isEmpty()) {
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void run() {
        long asked = System.nanoTime() - COMPARE_NANOS;
        SignedNote cosigned = null;
        try {
            while (closing.getCount() > 0) {
                Sealed last = ledger.last().orElse(null);
                boolean isNew = last != null && !last.note().equals(cosigned);
                if (last != null && (isNew || System.nanoTime() - asked >= COMPARE_NANOS)) {
                    asked = System.nanoTime();
                    cosigned = round(last) ? last.note() : null;
                }
                boolean isWaiting = last != null && cosigned == null;
                closing.await(isWaiting ? RETRY_MILLIS : PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (LedgerFault found) {
            sealer.stop(found);
        } catch (RuntimeException failed) {
            LOG.error("No more checkpoints are cosigned", failed);
        }
    }

    /** Whether the policy's quorum has cosigned it. */
    private boolean round(Sealed last) {
        SignedNote note = last.note();
        for (WatchedBy witness : watching) {
            for (String line : witness.cosign(last)) {
                note = note.with(line);
            }
        }
        try {
            policy().verify(note);
            ledger.cosigned(note);
            return true;
        } catch (BadEvidence tooFew) {
            return false;
        }
    }

    void close() throws InterruptedException {
        closing.countDown();
        thread.join(CLOSE_MILLIS);
    }
}
