package org.muniment.ops.vault;

import java.security.GeneralSecurityException;
import org.muniment.kernel.person.SubjectId;
import org.muniment.ops.safe.BoundCipher;
import org.muniment.ops.safe.MasterKey;

/** Encrypts what is held of one person, bound to the person's id and the form. */
final class PersonCipher {
    private static final String KEY_FORM = "muniment-vault-key/v1";
    private static final String FORM = "muniment-vault/v1";

    private final BoundCipher cipher;

    PersonCipher(MasterKey key, SubjectId person) {
        cipher =
                new BoundCipher(
                        key.derived(KEY_FORM, person.value()), FORM + "\n" + person.value());
    }

    byte[] encrypt(byte[] plain) {
        return cipher.encrypt(plain);
    }

    /**
     * @throws GeneralSecurityException where these are not the bytes encrypted, the person is
     *     another, or the key is
     */
    byte[] decrypt(byte[] stored) throws GeneralSecurityException {
        return cipher.decrypt(stored);
    }
}
