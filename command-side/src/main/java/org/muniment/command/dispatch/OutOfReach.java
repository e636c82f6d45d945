package org.muniment.command.dispatch;

/** The sender's roles do not reach what the command is about. */
public final class OutOfReach extends RuntimeException {
    public OutOfReach(String message) {
        super(message, null, false, false);
    }
}
