package org.muniment.command.person;

/** The vault cannot be written, or not be read, at present. Names the person, never a text. */
public final class VaultUnavailable extends RuntimeException {
    public VaultUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
