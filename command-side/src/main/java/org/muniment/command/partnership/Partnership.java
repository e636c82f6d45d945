package org.muniment.command.partnership;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.muniment.kernel.partnership.PartnershipCommand.EstablishPartnership;
import org.muniment.kernel.partnership.PartnershipEvent.PartnershipEstablished;
import org.muniment.kernel.partnership.PartnershipId;
import org.muniment.kernel.partnership.Terms;

final class Partnership {
    @AggregateIdentifier private PartnershipId id;
    private Terms terms;

    Partnership() {}

    @CommandHandler
    Partnership(EstablishPartnership command) {
        apply(new PartnershipEstablished(command.partnership(), command.name(), command.terms()));
    }

    Terms terms() {
        return terms;
    }

    @EventSourcingHandler
    void on(PartnershipEstablished event) {
        id = event.partnership();
        terms = event.terms();
    }
}
