package org.muniment.command.refusal;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.muniment.kernel.refusal.RefusalCommand.RecordRefusals;
import org.muniment.kernel.refusal.RefusalEvent.RefusalsRecorded;
import org.muniment.kernel.refusal.RefusalsId;

final class Refusals {
    @AggregateIdentifier private RefusalsId id;

    Refusals() {}

    @CommandHandler
    Refusals(RecordRefusals command) {
        apply(new RefusalsRecorded(command.batch(), command.refusals()));
    }

    @EventSourcingHandler
    void on(RefusalsRecorded event) {
        id = event.batch();
    }
}
