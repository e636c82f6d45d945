package org.muniment.query.journal;

import org.muniment.kernel.plan.PlanId;

/**
 * The plan stands before an event that could not be taken; what was known before it can be read.
 */
public final class PlanStopped extends RuntimeException {
    private final PlanId plan;
    private final long letter;

    public PlanStopped(PlanId plan, long letter) {
        super(
                "plan %s stands at position %d: event %d could not be taken"
                        .formatted(plan.value(), letter - 1, letter),
                null,
                false,
                false);
        this.plan = plan;
        this.letter = letter;
    }

    public PlanId plan() {
        return plan;
    }

    /** The position of the event that could not be taken. */
    public long letter() {
        return letter;
    }

    /** The last position at which questions about the plan are answered. */
    public long position() {
        return letter - 1;
    }
}
