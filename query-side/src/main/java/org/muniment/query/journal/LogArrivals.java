package org.muniment.query.journal;

/** Tells whoever follows the log that something may have come to it. */
@FunctionalInterface
public interface LogArrivals {
    /** {@code then} must not take long: whoever sent a command waits for it. */
    void each(Runnable then);
}
