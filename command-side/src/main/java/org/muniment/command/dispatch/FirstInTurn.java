package org.muniment.command.dispatch;

import java.util.function.Supplier;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * Where several processes write to one log, one of those that append at a time is first. The others
 * have changed nothing, and decide again on what is there then.
 */
final class FirstInTurn {
    /** One of all who try is always first, so this many never are by bad luck alone. */
    private static final int MOST_TRIES = 50;

    private FirstInTurn() {}

    static <T> T of(Supplier<T> decision) {
        for (int left = MOST_TRIES; ; left--) {
            try {
                return decision.get();
            } catch (ConcurrencyException overtaken) {
                if (left == 1) {
                    throw overtaken;
                }
            }
        }
    }
}
