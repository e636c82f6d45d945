package org.muniment.command.access;

import java.security.SecureRandom;
import java.util.Base64;
import org.muniment.kernel.words.Sha256;

/** What somebody signs in with here: 192 random bits, chosen by nobody. */
public record Secret(String value) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 24;

    public static Secret random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    public Sha256 digest() {
        return Sha256.of(value);
    }

    /** Never shown by accident. */
    @Override
    public String toString() {
        return "a secret";
    }
}
