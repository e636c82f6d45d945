package org.muniment.ops.log;

import java.util.List;
import org.muniment.kernel.ledger.StoredEvent;

/**
 * A log that is kept by somebody else and outlives this process. Every method throws {@link
 * LogUnavailable} where it cannot be reached.
 */
interface SharedLog extends AutoCloseable {
    /** The position of its last event; 0 where it is empty. */
    long last();

    /** Up to {@code limit} events after a position, in order, as they are stored. */
    List<StoredEvent> after(long position, int limit);

    /**
     * Appends all of these at the positions they have, or none. Where it cannot be reached
     * meanwhile, either may have happened.
     *
     * @throws org.axonframework.modelling.command.ConcurrencyException where its last event is not
     *     the one before the first of these
     */
    void append(List<StoredEvent> events);

    @Override
    void close();
}
