package org.muniment.kernel.kpi;

/** How often a figure is due. */
public enum Cadence {
    MONTHLY,
    QUARTERLY,
    HALF_YEARLY,
    ANNUAL
}
