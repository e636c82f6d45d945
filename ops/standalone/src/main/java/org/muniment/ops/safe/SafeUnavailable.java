package org.muniment.ops.safe;

/** What is kept beside the log cannot be read or written at present. */
public final class SafeUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SafeUnavailable(String what, Throwable cause) {
        super(what, cause);
    }
}
