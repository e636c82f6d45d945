package org.muniment.witness;

import org.muniment.kernel.ledger.AddCheckpoint;
import org.muniment.kernel.ledger.Checkpoint;
import org.muniment.kernel.ledger.Hash;
import org.muniment.kernel.ledger.Proofs;

/** When a checkpoint may follow the one cosigned last: tlog-witness, in its order. */
final class WitnessRules {
    private WitnessRules() {}

    /**
     * @param last of the same log; that of the empty tree where none was cosigned yet
     * @throws Refused where the submitted checkpoint did not grow from it
     */
    static void requireGrowth(AddCheckpoint submitted, Checkpoint last) {
        Checkpoint claimed = submitted.claimed();
        if (submitted.oldSize() > claimed.size()) {
            throw new Refused(Answer.MALFORMED, "the old size is beyond the checkpoint's");
        }
        if (submitted.oldSize() != last.size()) {
            throw Refused.conflict(submitted.oldSize(), last.size());
        }
        if (claimed.size() == 0 && !claimed.root().equals(Hash.ofNothing())) {
            throw new Refused(Answer.UNPROCESSABLE, "the root is not that of an empty tree");
        }
        if (claimed.size() == last.size() && !claimed.root().equals(last.root())) {
            throw new Refused(
                    Answer.UNPROCESSABLE, "another root was cosigned for size " + last.size());
        }
        if (!isProved(submitted, claimed, last)) {
            throw new Refused(
                    Answer.UNPROCESSABLE,
                    "the checkpoint of size %s is not proved to have grown from that of size %s"
                            .formatted(claimed.size(), last.size()));
        }
    }

    /** Every tree grew from the empty one; there is nothing to prove, and nothing may be said. */
    private static boolean isProved(AddCheckpoint submitted, Checkpoint claimed, Checkpoint last) {
        return last.size() == 0
                ? submitted.proof().isEmpty()
                : Proofs.consistent(
                        last.size(),
                        last.root(),
                        claimed.size(),
                        claimed.root(),
                        submitted.proof());
    }
}
