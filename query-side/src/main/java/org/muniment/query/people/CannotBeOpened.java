package org.muniment.query.people;

/** What the vault holds of a person is not legible: it was changed, or is under another key. */
public final class CannotBeOpened extends RuntimeException {
    public CannotBeOpened(String message, Throwable cause) {
        super(message, cause, false, false);
    }
}
