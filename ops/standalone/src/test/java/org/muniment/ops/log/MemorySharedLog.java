package org.muniment.ops.log;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.modelling.command.ConcurrencyException;
import org.muniment.kernel.ledger.StoredEvent;

/** A shared log that can be told to fail as one on a network does. */
final class MemorySharedLog implements SharedLog {
    private final List<StoredEvent> events = new ArrayList<>();
    private Runnable before = () -> {};
    private Runnable after = () -> {};
    private int appends;

    /** Happens once, as the next append arrives. */
    void beforeNextAppend(Runnable happens) {
        before = happens;
    }

    /** Happens once, when the next append is kept and not answered yet. */
    void afterNextAppend(Runnable happens) {
        after = happens;
    }

    /** Appended by somebody else, at the end. */
    void addByAnother(StoredEvent event) {
        events.add(at(events.size() + 1L, event));
    }

    void loseTheLast() {
        events.remove(events.size() - 1);
    }

    void replaceTheLast(StoredEvent event) {
        events.set(events.size() - 1, at(events.size(), event));
    }

    int appends() {
        return appends;
    }

    @Override
    public long last() {
        return events.size();
    }

    @Override
    public List<StoredEvent> after(long position, int limit) {
        return events.stream().skip(position).limit(limit).toList();
    }

    @Override
    public void append(List<StoredEvent> appended) {
        run(before, () -> before = () -> {});
        if (appended.get(0).position() != last() + 1) {
            throw new ConcurrencyException("another was first");
        }
        appends++;
        appended.forEach(this::addByAnother);
        run(after, () -> after = () -> {});
    }

    private static void run(Runnable happens, Runnable forget) {
        forget.run();
        happens.run();
    }

    private static StoredEvent at(long position, StoredEvent event) {
        return new StoredEvent(
                position,
                event.eventId(),
                event.stream(),
                event.sequence(),
                event.noun(),
                event.recordedAt(),
                event.type(),
                event.revision(),
                event.payload(),
                event.metadata());
    }

    @Override
    public void close() {
        // nothing is open
    }
}
