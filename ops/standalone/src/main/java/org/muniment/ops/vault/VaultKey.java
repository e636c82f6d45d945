package org.muniment.ops.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.muniment.kernel.person.SubjectId;
import org.muniment.kernel.words.KeyedDigest;
import org.muniment.ops.files.DurableFile;

/** The vault's secret key: made once, readable by its owner alone, never shown. */
final class VaultKey {
    private static final String FORM = "muniment-vault-key/v1";
    private static final int LENGTH = 32;

    private final byte[] bytes;

    private VaultKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Makes it where it is missing. */
    static VaultKey in(Path file) {
        Optional<String> kept = DurableFile.read(file);
        if (kept.isPresent()) {
            return parse(kept.get().strip());
        }
        byte[] bytes = new byte[LENGTH];
        new SecureRandom().nextBytes(bytes);
        String text = Base64.getEncoder().encodeToString(bytes) + "\n";
        DurableFile.writeSecret(file, text);
        return new VaultKey(bytes);
    }

    private static VaultKey parse(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            if (bytes.length == LENGTH) {
                return new VaultKey(bytes);
            }
        } catch (IllegalArgumentException notBase64) {
            // told below, without what was found
        }
        throw new UncheckedIOException(
                new IOException("it does not hold a key of " + LENGTH + " bytes in base64"));
    }

    /** Another key for each person: what one file tells says nothing of the others. */
    SecretKey of(SubjectId person) {
        return new SecretKeySpec(KeyedDigest.of(bytes, List.of(FORM, person.value())), "AES");
    }
}
