package org.muniment.ops.safe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.muniment.kernel.words.KeyedDigest;
import org.muniment.ops.files.DurableFile;

/**
 * The secret under which everything else that is secret is kept: made once, readable by its owner
 * alone, never shown.
 */
public final class MasterKey {
    private static final int LENGTH = 32;

    private final byte[] bytes;

    private MasterKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Makes it where it is missing. */
    public static MasterKey in(Path file) {
        Optional<String> kept = DurableFile.read(file);
        if (kept.isPresent()) {
            return parse(kept.get().strip());
        }
        byte[] bytes = random();
        String text = Base64.getEncoder().encodeToString(bytes) + "\n";
        DurableFile.writeSecret(file, text);
        return new MasterKey(bytes);
    }

    /** One that nobody else has and that is gone with the process. */
    public static MasterKey ofThisProcess() {
        return new MasterKey(random());
    }

    private static byte[] random() {
        byte[] bytes = new byte[LENGTH];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static MasterKey parse(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            if (bytes.length == LENGTH) {
                return new MasterKey(bytes);
            }
        } catch (IllegalArgumentException notBase64) {
            // told below, without what was found
        }
        throw new UncheckedIOException(
                new IOException("it does not hold a key of " + LENGTH + " bytes in base64"));
    }

    /** Another key for each purpose and each thing: what one tells says nothing of the others. */
    public SecretKey derived(String purpose, String thing) {
        return new SecretKeySpec(digest(List.of(purpose, thing)), "AES");
    }

    /** 32 bytes that nobody without the key can give for these texts. */
    public byte[] digest(List<String> texts) {
        return KeyedDigest.of(bytes, texts);
    }
}
