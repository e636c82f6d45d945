package org.muniment.witness;

/** The witness cannot start safely; the message says why and what to do. */
final class CannotStart extends RuntimeException {
    CannotStart(String why) {
        super(why, null, false, false);
    }
}
