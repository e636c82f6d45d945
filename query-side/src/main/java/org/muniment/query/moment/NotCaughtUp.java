package org.muniment.query.moment;

/** The read side has not reached the position asked for in time. Ask again. */
public final class NotCaughtUp extends RuntimeException {
    private final long wanted;

    public NotCaughtUp(long wanted) {
        super("the read side has not reached the position asked for", null, false, false);
        this.wanted = wanted;
    }

    public long wanted() {
        return wanted;
    }
}
