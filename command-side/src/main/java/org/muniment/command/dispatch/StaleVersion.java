package org.muniment.command.dispatch;

/** The sender's If-Match names a version that is no longer, or not yet, the present one. */
public final class StaleVersion extends RuntimeException {
    private final long expected;
    private final long actual;

    StaleVersion(long expected, long actual) {
        super("the thing has changed since it was read", null, false, false);
        this.expected = expected;
        this.actual = actual;
    }

    public long expected() {
        return expected;
    }

    public long actual() {
        return actual;
    }
}
