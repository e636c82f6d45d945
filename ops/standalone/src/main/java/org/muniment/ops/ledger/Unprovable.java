package org.muniment.ops.ledger;

/** Nothing can be proved, because the log is not the one that was sealed. */
public final class Unprovable extends RuntimeException {
    Unprovable(String why) {
        super("the log is not the one that was sealed: " + why, null, false, false);
    }
}
