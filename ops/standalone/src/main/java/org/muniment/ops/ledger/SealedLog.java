package org.muniment.ops.ledger;

import java.time.Duration;

/** Whether the log is the one that was sealed, and how far. */
public interface SealedLog {
    /**
     * Waits until the event at {@code position} is sealed.
     *
     * @throws org.muniment.query.moment.NotCaughtUp where it was not in time
     */
    void requireSealed(long position, Duration patience);

    /**
     * Waits until the whole log was hashed after the start; false where it is not the one sealed.
     */
    boolean isWhole(Duration patience) throws InterruptedException;
}
