package org.muniment.ops.log;

/** What it needs cannot be opened safely; the message says why and what to do. */
public final class CannotStart extends RuntimeException {
    private final String action;

    public CannotStart(String why, String action) {
        super(why);
        this.action = action;
    }

    public CannotStart(String why, String action, Throwable cause) {
        super(why, cause);
        this.action = action;
    }

    public String action() {
        return action;
    }
}
