package org.muniment.ops.log;

/** Nothing can be written at present; the command has not been acknowledged. */
public final class LogUnavailable extends RuntimeException {
    LogUnavailable(String message) {
        super(message, null, false, false);
    }

    LogUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
