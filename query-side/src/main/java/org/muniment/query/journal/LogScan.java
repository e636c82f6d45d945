package org.muniment.query.journal;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.muniment.kernel.deadletter.DeadLetterEvent.DeadLetterEvicted;
import org.muniment.kernel.log.EventForms;
import org.muniment.query.journal.JournalWriter.Recorded;

/** The log, read straight on in large pieces. What cannot be read comes as {@link Unreadable}. */
public interface LogScan {
    /** Up to {@code limit} events after a position, in order; none at the end of the log. */
    List<Recorded> after(long position, int limit);

    /** All events of one stored name, in order, read past all others. */
    List<Recorded> named(String type);

    /** The positions of the events that were evicted, wherever in the log that is said. */
    default Set<Long> evicted() {
        return named(EventForms.of(DeadLetterEvicted.class).orElseThrow().name()).stream()
                .map(Recorded::event)
                .filter(DeadLetterEvicted.class::isInstance)
                .map(evicted -> ((DeadLetterEvicted) evicted).letter().position())
                .collect(Collectors.toSet());
    }

    /** The event at a position the log is known to hold. */
    default Recorded at(long position) {
        return after(position - 1, 1).get(0);
    }
}
