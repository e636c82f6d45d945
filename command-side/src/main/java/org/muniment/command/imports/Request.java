package org.muniment.command.imports;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.muniment.kernel.request.RequestCommand.AnswerImport;
import org.muniment.kernel.request.RequestEvent.ImportAnswered;
import org.muniment.kernel.request.RequestId;

/** A file that came with a key. */
final class Request {
    @AggregateIdentifier private RequestId id;

    Request() {}

    @CommandHandler
    Request(AnswerImport command) {
        apply(
                new ImportAnswered(
                        command.request(), command.said(), command.events(), command.rows()));
    }

    @EventSourcingHandler
    void on(ImportAnswered event) {
        id = event.request();
    }
}
