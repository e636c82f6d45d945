package org.muniment.query.operations;

import java.time.Duration;
import java.time.Instant;
import org.muniment.query.operations.Generations.Known;

/**
 * A set of read models, and how it is doing.
 *
 * @param number which generation it is
 * @param state what it is at
 * @param current whether it is the one that is read
 * @param by who asked for it; absent of the first
 * @param filled when it held what it was to be verified with; absent before, and of the first
 * @param position how many events it knows
 * @param target how many of them it is verified with; absent of the first
 * @param perSecond events taken in a second while it was filled, so far or in all; absent of the
 *     first
 * @param left how long filling will still take at that rate; absent once it is filled
 * @param reason what came of it where it failed
 */
public record Rebuild(
        int number,
        State state,
        boolean current,
        String by,
        Instant begun,
        Instant filled,
        Instant verified,
        long position,
        Long target,
        Long perSecond,
        Duration left,
        String digest,
        String reason) {
    private static final int MILLIS = 1_000;

    /** The way of a rebuild. Whatever has not failed follows the log. */
    public enum State {
        FILLING,
        VERIFYING,
        FOLLOWING,
        FAILED
    }

    static Rebuild of(Known known, boolean current, long position, Instant now) {
        Long rate = null;
        Duration left = null;
        if (known.filled() != null) {
            rate = perSecond(known.target(), known.begun(), known.filled());
        } else if (known.state() == State.FILLING) {
            rate = perSecond(position, known.begun(), now);
            left = rate == 0 ? null : Duration.ofSeconds((known.target() - position) / rate);
        }
        return new Rebuild(
                known.number(),
                known.state(),
                current,
                known.by(),
                known.begun(),
                known.filled(),
                known.verified(),
                position,
                known.target(),
                rate,
                left,
                known.digest(),
                known.reason());
    }

    private static long perSecond(long events, Instant from, Instant until) {
        return events * MILLIS / Math.max(1, Duration.between(from, until).toMillis());
    }
}
