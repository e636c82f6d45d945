package org.muniment.ops;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/**
 * For what happens by itself, a moment later. A bound in time, not in questions: how many of those
 * fit into a second depends on the machine.
 */
public final class Patience {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private Patience() {}

    public static ConditionFactory await() {
        return Awaitility.await().atMost(LONGEST).pollInterval(Duration.ofMillis(20));
    }
}
