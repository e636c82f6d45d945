package org.muniment.query.operations;

import java.time.Duration;
import java.time.Instant;

/**
 * A set of read models, and how it is doing.
 *
 * @param number which generation it is
 * @param state what it is at
 * @param current whether it is the one that is read
 * @param by who asked for it; absent of the first
 * @param position how many events it knows
 * @param target how many of them it is verified with; absent of the first
 * @param perSecond events taken in a second, while it is filled
 * @param left how long filling will still take, at that rate
 * @param reason what came of it where it failed
 */
public record Rebuild(
        int number,
        State state,
        boolean current,
        String by,
        Instant begun,
        Instant verified,
        long position,
        Long target,
        Long perSecond,
        Duration left,
        String digest,
        String reason) {
    /** The way of a rebuild. Whatever has not failed follows the log. */
    public enum State {
        FILLING,
        VERIFYING,
        FOLLOWING,
        FAILED
    }
}
