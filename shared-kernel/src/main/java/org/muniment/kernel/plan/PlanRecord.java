package org.muniment.kernel.plan;

/** Any event that belongs to a plan: folded into the plan's picture, in the order of the log. */
public interface PlanRecord {
    PlanId plan();

    /** The stream of the thing it happened to, such as {@code kpi:grant-claims}. */
    String subject();
}
