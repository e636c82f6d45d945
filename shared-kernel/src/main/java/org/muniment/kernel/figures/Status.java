package org.muniment.kernel.figures;

/** What a committee sees beside a figure. The last two are answers in themselves, never green. */
public enum Status {
    GREEN,
    AMBER,
    RED,
    NOT_MEASURED,
    NOT_APPLICABLE;

    public boolean isOffTarget() {
        return this == AMBER || this == RED;
    }
}
