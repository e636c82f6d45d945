package org.muniment.ops.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Optional;
import org.muniment.ops.files.DurableFile;
import org.muniment.ops.log.CannotStart;

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

    private TokenKey() {}

    /**
     * Makes it where it is missing.
     *
     * @throws CannotStart where there is a file that holds no such key
     */
    static RSAKey in(Path directory) {
        DurableFile.makeSecretDirectory(directory);
        Path file = directory.resolve("token-key");
        Optional<String> kept = DurableFile.read(file);
        return kept.isPresent() ? parse(kept.get(), file) : make(file);
    }

    private static RSAKey make(Path file) {
        try {
            RSAKey key =
                    new RSAKeyGenerator(BITS)
                            .keyUse(KeyUse.SIGNATURE)
                            .algorithm(JWSAlgorithm.RS256)
                            .keyIDFromThumbprint(true)
                            .generate();
            DurableFile.writeSecret(file, key.toJSONString() + "\n");
            return key;
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static RSAKey parse(String text, Path file) {
        try {
            RSAKey key = RSAKey.parse(text);
            if (key.isPrivate() && key.size() >= BITS) {
                return key;
            }
        } catch (ParseException | IllegalArgumentException damaged) {
            // told below, without what was found
        }
        throw new CannotStart(
                "The file " + file + " does not hold a key for access tokens.",
                "Take it away: another key is made, and whoever has a token asks for another.");
    }
}
