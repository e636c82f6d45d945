package org.muniment.ops.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.kernel.person.SubjectId;
import org.muniment.ops.safe.MasterKey;

class PersonCipherTest {
    private static final SubjectId PERSON = new SubjectId("p-1");
    private static final byte[] PLAIN = "Jane Roe".getBytes(StandardCharsets.UTF_8);
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;

    @TempDir private Path directory;
    private MasterKey key;
    private PersonCipher cipher;

    @BeforeEach
    void makeKey() throws Exception {
        key = MasterKey.in(directory.resolve("key"));
        cipher = new PersonCipher(key, PERSON);
    }

    @Test
    void whatIsEncryptedIsReadAgainWithTheKeyAsItIsOnDisk() throws Exception {
        byte[] stored = cipher.encrypt(PLAIN);

        MasterKey again = MasterKey.in(directory.resolve("key"));
        assertThat(new PersonCipher(again, PERSON).decrypt(stored)).isEqualTo(PLAIN);
        assertThat(stored).hasSize(NONCE_BYTES + PLAIN.length + TAG_BYTES);
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("Jane Roe");
    }

    @Test
    void noNonceIsUsedTwice() {
        byte[] once = cipher.encrypt(PLAIN);
        byte[] again = cipher.encrypt(PLAIN);

        assertThat(Arrays.copyOf(again, NONCE_BYTES))
                .isNotEqualTo(Arrays.copyOf(once, NONCE_BYTES));
        assertThat(again).isNotEqualTo(once);
    }

    @Test
    void neitherAnotherPersonNorAnotherKeyOpensIt() throws Exception {
        byte[] stored = cipher.encrypt(PLAIN);
        MasterKey foreign = MasterKey.in(directory.resolve("foreign"));

        assertThatExceptionOfType(GeneralSecurityException.class)
                .isThrownBy(() -> new PersonCipher(key, new SubjectId("p-2")).decrypt(stored));
        assertThatExceptionOfType(GeneralSecurityException.class)
                .isThrownBy(() -> new PersonCipher(foreign, PERSON).decrypt(stored));
    }
}
