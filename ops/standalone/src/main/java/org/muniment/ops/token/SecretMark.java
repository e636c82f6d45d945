package org.muniment.ops.token;

import org.muniment.kernel.words.Sha256;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * Says in a token of ours which secret it was given for, without telling anything of it: with
 * another secret, what was signed in under the one before is over.
 */
public final class SecretMark {
    public static final String CLAIM = "secret_mark";
    private static final int DIGITS = 16;

    private SecretMark() {}

    public static String of(UserDetails account) {
        String of = "mark " + account.getPassword();
        return Sha256.of(of).value().substring(0, DIGITS);
    }
}
