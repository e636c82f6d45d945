package org.muniment.query.operations;

/** No generation of read models has this number. */
public final class UnknownGeneration extends RuntimeException {
    UnknownGeneration(int number) {
        super("there is no generation " + number + " of the read models", null, false, false);
    }
}
