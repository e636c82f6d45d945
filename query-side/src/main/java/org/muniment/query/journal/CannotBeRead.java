package org.muniment.query.journal;

/** The stored content of an event is not of its form. */
final class CannotBeRead extends RuntimeException {
    CannotBeRead(Unreadable event) {
        super(event.why(), null, false, false);
    }
}
