package org.muniment.query.moment;

/** The position of the last event of the log itself, which the read side may not know yet. */
@FunctionalInterface
public interface LogHead {
    long position();
}
