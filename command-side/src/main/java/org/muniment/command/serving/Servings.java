package org.muniment.command.serving;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.muniment.kernel.serving.ServingCommand.RecordServings;
import org.muniment.kernel.serving.ServingEvent.ServingsRecorded;
import org.muniment.kernel.serving.ServingsId;

final class Servings {
    @AggregateIdentifier private ServingsId id;

    Servings() {}

    @CommandHandler
    Servings(RecordServings command) {
        apply(new ServingsRecorded(command.batch(), command.servings()));
    }

    @EventSourcingHandler
    void on(ServingsRecorded event) {
        id = event.batch();
    }
}
