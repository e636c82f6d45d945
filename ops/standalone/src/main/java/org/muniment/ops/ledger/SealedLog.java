package org.muniment.ops.ledger;

import java.time.Duration;

/** How far the log is sealed. */
@FunctionalInterface
public interface SealedLog {
    /**
     * Waits until the event at {@code position} is sealed.
     *
     * @throws org.muniment.query.moment.NotCaughtUp where it was not in time
     */
    void requireSealed(long position, Duration patience);
}
