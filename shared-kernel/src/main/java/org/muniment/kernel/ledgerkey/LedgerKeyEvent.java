package org.muniment.kernel.ledgerkey;

import org.muniment.kernel.ledger.NoteKey;
import org.muniment.kernel.words.Narrative;

/** What has happened to a log's key. */
public sealed interface LedgerKeyEvent {
    LedgerOrigin ledger();

    /**
     * The log signs with another key from here on.
     *
     * @param from the public key it had
     * @param to the public key it has
     */
    record LedgerKeyRotated(LedgerOrigin ledger, NoteKey from, NoteKey to, Narrative reason)
            implements LedgerKeyEvent {}
}
