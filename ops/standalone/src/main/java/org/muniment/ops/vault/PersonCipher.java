package org.muniment.ops.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.muniment.kernel.person.SubjectId;

/**
 * Encrypts what is held of one person: a nonce of 12 random bytes, then AES-256-GCM, bound to the
 * person's id and the form.
 */
final class PersonCipher {
    private static final String FORM = "muniment-vault/v1";
    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final SecretKey key;
    private final byte[] bound;

    PersonCipher(VaultKey key, SubjectId person) {
        this.key = key.of(person);
        this.bound = (FORM + "\n" + person.value()).getBytes(StandardCharsets.UTF_8);
    }

    byte[] encrypt(byte[] plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(plain);
            return ByteBuffer.allocate(NONCE_BYTES + encrypted.length)
                    .put(nonce)
                    .put(encrypted)
                    .array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * @throws GeneralSecurityException where these are not the bytes encrypted, the person is
     *     another, or the key is
     */
    byte[] decrypt(byte[] stored) throws GeneralSecurityException {
        if (stored.length < NONCE_BYTES) {
            throw new AEADBadTagException("too short");
        }
        ByteBuffer bytes = ByteBuffer.wrap(stored);
        byte[] nonce = new byte[NONCE_BYTES];
        bytes.get(nonce);
        byte[] encrypted = new byte[bytes.remaining()];
        bytes.get(encrypted);
        return cipher(Cipher.DECRYPT_MODE, nonce).doFinal(encrypted);
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(ALGORITHM);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(bound);
        return cipher;
    }
}
