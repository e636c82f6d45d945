package org.muniment.kernel.budget;

/** Whether a line belongs to the year's own budget or was carried over from the year before. */
public enum BudgetLineKind {
    BASE,
    BROUGHT_FORWARD
}
