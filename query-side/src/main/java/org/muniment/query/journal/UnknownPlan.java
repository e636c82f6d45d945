package org.muniment.query.journal;

import org.muniment.kernel.plan.PlanId;

/** There is no such plan at the position asked for. */
public final class UnknownPlan extends RuntimeException {
    public UnknownPlan(PlanId plan, long position) {
        super("there is no plan " + plan.value() + " at position " + position, null, false, false);
    }
}
