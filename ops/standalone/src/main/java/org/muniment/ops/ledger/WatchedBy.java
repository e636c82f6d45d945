package org.muniment.ops.ledger;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.muniment.kernel.ledger.AddCheckpoint;
import org.muniment.kernel.ledger.BadEvidence;
import org.muniment.kernel.ledger.Checkpoint;
import org.muniment.kernel.ledger.Hash;
import org.muniment.kernel.ledger.Policy.Witness;
import org.muniment.kernel.ledger.SignedNote;
import org.muniment.kernel.ledger.SignedNote.Signed;
import org.muniment.ops.ledger.Ledger.Sealed;
import org.muniment.ops.ledger.WitnessClient.Answer;

/** One witness and how far it has followed the log. */
final class WatchedBy {
    private static final int OK = 200;
    private static final int CONFLICT = 409;
    private static final int INCONSISTENT = 422;

    private final Witness witness;
    private final Ledger ledger;
    private final WitnessClient client;
    private long size;
    private volatile Standing standing;

    WatchedBy(Witness witness, Ledger ledger, WitnessClient client) {
        this.witness = witness;
        this.ledger = ledger;
        this.client = client;
        this.standing = new Standing(witness.name(), 0, null, "not asked yet");
    }

    /**
     * @param cosigned the size of the last checkpoint it cosigned
     * @param at when it says it did; null where it has not since the start
     * @param trouble why it did not cosign the last one; null where it did
     */
    record Standing(String witness, long cosigned, Instant at, String trouble) {}

    Standing standing() {
        return standing;
    }

    /**
     * Asks it to cosign. A witness that does not answer is only noted, and so is one that says it
     * has seen another log without showing what the log signed: anybody could say that.
     *
     * @return its signature lines; none where it did not cosign
     * @throws LedgerFault where it shows a checkpoint of more events, or of others
     */
    List<String> cosign(Sealed sealed) {
        try {
            Answer answer = submit(sealed);
            if (answer.status() == CONFLICT && learn(answer.body(), sealed)) {
                answer = submit(sealed);
            }
            if (answer.status() == CONFLICT || answer.status() == INCONSISTENT) {
                requireBeginningOfOurs();
            }
            return linesOf(answer, sealed);
        } catch (IOException | BadEvidence | IllegalArgumentException failed) {
            return refused(failed.getMessage());
        }
    }

    private Answer submit(Sealed sealed) throws IOException {
        long to = sealed.checkpoint().size();
        List<Hash> proof = size == 0 ? List.of() : ledger.consistency(size, to);
        return client.addCheckpoint(witness.url(), new AddCheckpoint(size, proof, sealed.note()));
    }

    /** Whether it knows a size from which the checkpoint can be proved. */
    private boolean learn(String body, Sealed sealed) {
        String text = body.strip();
        if (!text.matches("0|[1-9][0-9]{0,17}")) {
            throw new BadEvidence("it did not say which size it knows");
        }
        long known = Long.parseLong(text);
        if (known == size || known > sealed.checkpoint().size()) {
            return false;
        }
        size = known;
        return true;
    }

    private void requireBeginningOfOurs() throws IOException {
        SignedNote shown =
                SignedNote.parse(client.checkpoint(witness.url(), ledger.origin()).body());
        shown.verify(List.of(witness.key()));
        shown.verify(ledger.keys().all());
        ledger.requireBeginning(
                Checkpoint.parse(shown.text()), "what the witness " + witness.name() + " cosigned");
    }

    private List<String> linesOf(Answer answer, Sealed sealed) {
        if (answer.status() != OK) {
            return refused("it answered " + answer.status());
        }
        SignedNote cosigned = SignedNote.parse(sealed.checkpoint().text() + "\n" + answer.body());
        Signed signed = cosigned.verify(List.of(witness.key())).get(0);
        size = sealed.checkpoint().size();
        standing = new Standing(witness.name(), size, signed.at(), null);
        return cosigned.onlyBy(List.of(witness.key())).signatures();
    }

    private List<String> refused(String why) {
        Standing before = standing;
        standing = new Standing(witness.name(), before.cosigned, before.at, why);
        return List.of();
    }
}
