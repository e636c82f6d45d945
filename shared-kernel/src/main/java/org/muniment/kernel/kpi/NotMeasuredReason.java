package org.muniment.kernel.kpi;

import org.muniment.kernel.figures.Status;

/** Why there is no figure, in the words the papers use. */
public enum NotMeasuredReason {
    ANNUAL,
    HALF_YEARLY,
    NOT_YET_DEFINED,
    AWAITING_DATA,
    NOT_APPLICABLE;

    public Status status() {
        return this == NOT_APPLICABLE ? Status.NOT_APPLICABLE : Status.NOT_MEASURED;
    }
}
