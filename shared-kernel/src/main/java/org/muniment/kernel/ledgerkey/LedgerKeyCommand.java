package org.muniment.kernel.ledgerkey;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.muniment.kernel.ledger.NoteKey;
import org.muniment.kernel.words.Narrative;
import org.muniment.kernel.words.Reasoned;

/** What can be said of a log's key. */
public sealed interface LedgerKeyCommand {
    record RotateLedgerKey(
            @TargetAggregateIdentifier LedgerOrigin ledger,
            NoteKey from,
            NoteKey to,
            Narrative reason)
            implements LedgerKeyCommand, Reasoned {}
}
