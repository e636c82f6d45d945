package org.muniment.command.deadletter;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.muniment.kernel.deadletter.DeadLetterCommand.EvictDeadLetter;
import org.muniment.kernel.deadletter.DeadLetterCommand.RetryDeadLetter;
import org.muniment.kernel.deadletter.DeadLetterEvent.DeadLetterEvicted;
import org.muniment.kernel.deadletter.DeadLetterEvent.DeadLetterRetried;
import org.muniment.kernel.deadletter.DeadLetterId;
import org.muniment.kernel.words.Refused;

/** Whether there is such a letter the read side knows; here stands what was decided about it. */
final class DeadLetter {
    @AggregateIdentifier private DeadLetterId letter;
    private boolean evicted;

    DeadLetter() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RetryDeadLetter command) {
        requireNotEvicted();
        apply(new DeadLetterRetried(command.letter()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(EvictDeadLetter command) {
        requireNotEvicted();
        apply(new DeadLetterEvicted(command.letter(), command.reason()));
    }

    private void requireNotEvicted() {
        if (evicted) {
            throw Refused.by("evicted", "this event has been left out already");
        }
    }

    @EventSourcingHandler
    void on(DeadLetterRetried event) {
        letter = event.letter();
    }

    @EventSourcingHandler
    void on(DeadLetterEvicted event) {
        letter = event.letter();
        evicted = true;
    }
}
