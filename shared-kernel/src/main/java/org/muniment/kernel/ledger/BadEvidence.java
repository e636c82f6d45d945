package org.muniment.kernel.ledger;

/** A note, checkpoint or proof that is not what it claims to be; the message says in what. */
public final class BadEvidence extends RuntimeException {
    public BadEvidence(String message) {
        super(message, null, false, false);
    }
}
