package org.muniment.query.why;

import java.time.Instant;
import org.muniment.kernel.plan.PlanRecord;

/**
 * An event, who sent its command and why.
 *
 * @param role in which it was sent
 * @param onBehalfOf whose deputy the sender was; null where they acted for themselves
 * @param why the reason given; null where there was none
 */
record Act(
        long position,
        Instant recordedAt,
        PlanRecord event,
        String by,
        String role,
        String onBehalfOf,
        String why) {}
