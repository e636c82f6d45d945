package org.muniment.ops.nodes;

/** The process that writes is not there at present, or did not answer. */
public final class NobodyWrites extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NobodyWrites(String why, Throwable cause) {
        super(why, cause);
    }
}
