package org.muniment.command.ledgerkey;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.muniment.kernel.ledger.NoteKey;
import org.muniment.kernel.ledgerkey.LedgerKeyCommand.RotateLedgerKey;
import org.muniment.kernel.ledgerkey.LedgerKeyEvent.LedgerKeyRotated;
import org.muniment.kernel.ledgerkey.LedgerOrigin;
import org.muniment.kernel.words.Refused;

/** Each change starts from the key of the one before, so that the keys are a chain. */
final class LedgerKey {
    @AggregateIdentifier private LedgerOrigin ledger;
    private NoteKey current;

    LedgerKey() {}

    /** The log's first key is in no event: it was there before the log. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RotateLedgerKey command) {
        if (command.to().equals(command.from())) {
            throw Refused.by("same-key", "the log signs with this key already");
        }
        if (current != null && !current.equals(command.from())) {
            throw Refused.by("other-key", "the log no longer signs with the key to be replaced");
        }
        apply(
                new LedgerKeyRotated(
                        command.ledger(), command.from(), command.to(), command.reason()));
    }

    @EventSourcingHandler
    void on(LedgerKeyRotated event) {
        ledger = event.ledger();
        current = event.to();
    }
}
