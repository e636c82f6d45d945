package org.muniment.ops.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.text.ParseException;
import org.muniment.ops.log.CannotStart;
import org.muniment.ops.safe.Safe;

/**
 * The key that signs tokens: made once, readable by its owner alone, and kept, so that a token
 * outlives a restart.
 */
final class TokenKey {
    /**
     * As strong as 128 bits. RSA, because a signature is checked at each request: faster than
     * ES256.
     */
    private static final int BITS = 3_072;

    private static final String NAME = "token-key";

    private TokenKey() {}

    /**
     * Makes it where it is missing.
     *
     * @throws CannotStart where what is kept is no such key
     */
    static RSAKey in(Safe safe) {
        return parse(safe.orMade(NAME, TokenKey::make), safe);
    }

    private static String make() {
        try {
            return new RSAKeyGenerator(BITS)
                            .keyUse(KeyUse.SIGNATURE)
                            .algorithm(JWSAlgorithm.RS256)
                            .keyIDFromThumbprint(true)
                            .generate()
                            .toJSONString()
                    + "\n";
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static RSAKey parse(String text, Safe safe) {
        try {
            RSAKey key = RSAKey.parse(text);
            if (key.isPrivate() && key.size() >= BITS) {
                return key;
            }
        } catch (ParseException | IllegalArgumentException damaged) {
            // told below, without what was found
        }
        throw new CannotStart(
                "What is kept as "
                        + NAME
                        + " in "
                        + safe.place()
                        + " does not hold a key for access tokens.",
                "Take it away: another key is made, and whoever has a token asks for another.");
    }
}
