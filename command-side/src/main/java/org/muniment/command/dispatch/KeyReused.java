package org.muniment.command.dispatch;

/** The sender has used this idempotency key before, for another request. */
public final class KeyReused extends RuntimeException {
    KeyReused() {
        super("the key was used for another request", null, false, false);
    }
}
