package org.muniment.command.person;

import java.util.Iterator;
import java.util.List;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.muniment.kernel.person.FieldCommitment;
import org.muniment.kernel.person.PersonEvent.PersonErased;
import org.muniment.kernel.person.PersonEvent.PersonNamed;
import org.muniment.kernel.person.SubjectId;
import org.springframework.stereotype.Component;

/** Read from the log itself, past everything that is remembered of it. */
@Component
class LoggedCommitments implements InForce {
    private final EventStore log;

    LoggedCommitments(Configuration axon) {
        this.log = axon.eventStore();
    }

    @Override
    public List<FieldCommitment> of(SubjectId person) {
        List<FieldCommitment> inForce = List.of();
        Iterator<? extends DomainEventMessage<?>> events =
                log.readEvents(person.toString()).asStream().iterator();
        while (events.hasNext()) {
            Object event = events.next().getPayload();
            if (event instanceof PersonNamed named) {
                inForce = named.commitments();
            } else if (event instanceof PersonErased) {
                inForce = List.of();
            }
        }
        return inForce;
    }
}
