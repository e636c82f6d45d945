package org.muniment.ops.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.muniment.kernel.words.Sha256;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Digests of client secrets. They are long and random, not chosen by people, so one SHA-256 is
 * enough, and a check does not slow every request as a password's would.
 */
final class SecretDigest implements PasswordEncoder {
    @Override
    public String encode(CharSequence secret) {
        return Sha256.of(secret.toString()).value();
    }

    @Override
    public boolean matches(CharSequence secret, String digest) {
        return MessageDigest.isEqual(
                encode(secret).getBytes(StandardCharsets.US_ASCII),
                digest.getBytes(StandardCharsets.US_ASCII));
    }
}
