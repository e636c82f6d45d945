package org.muniment.command.dispatch;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;

/**
 * Appends as a table does, where Axon's own memory does not: seen at once inside the transaction,
 * gone when it fails, and no two events of a stream with the same number.
 */
final class MemoryLog extends InMemoryEventStorageEngine implements EventPositions {
    private final List<DomainEventMessage<?>> events = new ArrayList<>();

    List<DomainEventMessage<?>> events() {
        return List.copyOf(events);
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> appended) {
        for (EventMessage<?> message : appended) {
            DomainEventMessage<?> event = (DomainEventMessage<?>) message;
            if (headOf(event.getAggregateIdentifier()).version() != event.getSequenceNumber()) {
                throw new AggregateStreamCreationException(
                        event.getAggregateIdentifier() + " is taken", null);
            }
            events.add(event);
            CurrentUnitOfWork.get().onRollback(failed -> events.remove(event));
        }
    }

    @Override
    public DomainEventStream readEvents(String stream, long firstNumber) {
        return DomainEventStream.of(
                of(stream).stream()
                        .filter(event -> event.getSequenceNumber() >= firstNumber)
                        .toList());
    }

    @Override
    public StreamHead headOf(String stream) {
        List<DomainEventMessage<?>> own = of(stream);
        return own.isEmpty()
                ? new StreamHead(0, 0)
                : new StreamHead(own.size(), events.indexOf(own.get(own.size() - 1)) + 1);
    }

    @Override
    public long last() {
        return events.size();
    }

    private List<DomainEventMessage<?>> of(String stream) {
        List<DomainEventMessage<?>> own = new ArrayList<>();
        for (DomainEventMessage<?> event : events) {
            if (event.getAggregateIdentifier().equals(stream)) {
                own.add(event);
            }
        }
        return own;
    }
}
