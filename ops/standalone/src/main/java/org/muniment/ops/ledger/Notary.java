package org.muniment.ops.ledger;

import org.muniment.kernel.ledger.BadEvidence;
import org.muniment.kernel.ledger.Policy;
import org.muniment.kernel.ledger.SignedNote;
import org.muniment.kernel.ledger.TlogProof;
import org.muniment.ops.ledger.Ledger.Sealed;
import org.muniment.query.moment.NotCaughtUp;

/** What evidence is made of. */
public final class Notary {
    private final Ledger ledger;
    private final Witnesses witnesses;

    Notary(Ledger ledger, Witnesses witnesses) {
        this.ledger = ledger;
        this.witnesses = witnesses;
    }

    /** The first {@code size} events, and the checkpoint that speaks of them. */
    public record Sealing(long size, SignedNote checkpoint) {}

    /**
     * A checkpoint that the policy accepts and that speaks of the event at {@code position}.
     *
     * @throws NotCaughtUp where it is not sealed yet, or too few witnesses have cosigned it yet
     */
    public Sealing covering(long position) {
        Sealed sealed = ledger.covering(position).orElseThrow(() -> new NotCaughtUp(position));
        try {
            policy().verify(sealed.note());
        } catch (BadEvidence tooFew) {
            throw new NotCaughtUp(position);
        }
        return new Sealing(sealed.checkpoint().size(), sealed.note());
    }

    /** That the event at {@code position} is among those the checkpoint speaks of. */
    public TlogProof proof(long position, Sealing under) {
        return ledger.proof(position, Sealed.of(under.checkpoint));
    }

    /** Whom to believe about this log. */
    public Policy policy() {
        return witnesses.policy();
    }

    public String origin() {
        return ledger.origin();
    }

    /** With the log's key, so that nobody else could have said it. */
    public SignedNote sign(String text) {
        return ledger.keys().attest(text);
    }
}
