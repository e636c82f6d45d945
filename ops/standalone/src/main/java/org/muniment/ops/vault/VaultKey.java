package org.muniment.ops.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.muniment.kernel.person.SubjectId;
import org.muniment.ops.files.DurableFile;

/** The vault's secret key: made once, readable by its owner alone, never shown. */
final class VaultKey {
    private static final String FORM = "muniment-vault-key/v1";
    private static final String ALGORITHM = "HmacSHA256";
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
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(bytes, ALGORITHM));
            for (String part : new String[] {FORM, person.value()}) {
                byte[] text = part.getBytes(StandardCharsets.UTF_8);
                mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(text.length).array());
                mac.update(text);
            }
            return new SecretKeySpec(mac.doFinal(), "AES");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
