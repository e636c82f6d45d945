package org.muniment.ops.ledger;

/** Another process has sealed the same log meanwhile. */
final class Overtaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Overtaken() {
        super("another process seals this log");
    }
}
