package org.muniment.ops.operations;

/** No event at this position is, or ever was, a dead letter that was decided about. */
public final class UnknownLetter extends RuntimeException {
    UnknownLetter(long position) {
        super("event " + position + " is not a dead letter", null, false, false);
    }
}
