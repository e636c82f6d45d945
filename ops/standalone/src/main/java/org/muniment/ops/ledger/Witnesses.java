package org.muniment.ops.ledger;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.muniment.kernel.ledger.BadEvidence;
import org.muniment.kernel.ledger.Policy;
import org.muniment.kernel.ledger.SignedNote;
import org.muniment.ops.files.DurableFile;
import org.muniment.ops.ledger.Ledger.Sealed;
import org.muniment.ops.ledger.WatchedBy.Standing;
import org.muniment.ops.log.CannotStart;
import org.muniment.ops.turn.Leadership;

/**
 * Has checkpoints cosigned by the witnesses of a policy: each new one, once a second at most, and
 * every minute the last one again. What they have seen and the log no longer holds is a fault.
 */
final class Witnesses {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** While too few have cosigned. */
    private static final Duration RETRY = Duration.ofSeconds(5);

    private static final long COMPARE_NANOS = Duration.ofMinutes(1).toNanos();

    private final Policy policy;
    private final Ledger ledger;
    private final Leadership leadership;
    private final List<WatchedBy> watching;
    private Rounds rounds;
    private SignedNote cosigned;
    private long asked;

    Witnesses(Policy policy, Ledger ledger, Leadership leadership) {
        this.policy = policy;
        this.ledger = ledger;
        this.leadership = leadership;
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

    /**
     * Shows them the last checkpoint, before another is signed.
     *
     * @throws LedgerFault where one can prove that it has seen a longer or another log
     */
    void compare() {
        ledger.last().ifPresent(last -> watching.forEach(witness -> witness.cosign(last)));
    }

    void start(Consumer<RuntimeException> alarm) {
        if (!watching.isEmpty()) {
            rounds = new Rounds("asking of witnesses", this::round, alarm);
            rounds.start();
        }
    }

    private Duration round() {
        if (!leadership.isMine()) {
            return PAUSE;
        }
        Sealed last = ledger.last().orElseThrow();
        if (last.note().equals(cosigned) && System.nanoTime() - asked < COMPARE_NANOS) {
            return PAUSE;
        }
        asked = System.nanoTime();
        cosigned = isCosigned(last) ? last.note() : null;
        return cosigned == null ? RETRY : PAUSE;
    }

    /** Whether the policy's quorum has cosigned it. */
    private boolean isCosigned(Sealed last) {
        SignedNote note = last.note();
        for (WatchedBy witness : watching) {
            for (String line : witness.cosign(last)) {
                note = note.with(line);
            }
        }
        if (!isAccepted(note)) {
            return false;
        }
        ledger.cosigned(note);
        return true;
    }

    private boolean isAccepted(SignedNote note) {
        Policy now = policy();
        try {
            now.verify(note);
            return true;
        } catch (BadEvidence tooFew) {
            return false;
        }
    }

    void close() {
        if (rounds != null) {
            rounds.close();
        }
    }
}
