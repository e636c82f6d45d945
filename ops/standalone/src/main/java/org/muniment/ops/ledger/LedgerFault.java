package org.muniment.ops.ledger;

/** The log is not the one that was sealed: nothing may be written until somebody has looked. */
final class LedgerFault extends RuntimeException {
    LedgerFault(String message) {
        super(message, null, false, false);
    }
}
