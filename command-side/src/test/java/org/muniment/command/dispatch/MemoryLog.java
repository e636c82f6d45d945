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
        return headBefore(stream, Long.MAX_VALUE);
    }

    @Override
    public StreamHead headBefore(String stream, long position) {
        long version = 0;
        long last = 0;
        for (int i = 0; i < Math.min(position - 1, events.size()); i++) {
            if (events.get(i).getAggregateIdentifier().equals(stream)) {
                version++;
                last = i + 1L;
            }
        }
        return new StreamHead(version, last);
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
