package org.muniment.kernel.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muniment.kernel.ledger.SignedNote.Signed;

class SignedNoteTest {
    private static final Instant SEEN = Instant.parse("2017-09-14T17:00:00Z");
    private static final SigningKey LOG =
            SigningKey.create("muniment.example/log", NoteKey.Use.LOG);
    private static final SigningKey WITNESS =
            SigningKey.create("chorley.example/witness", NoteKey.Use.WITNESS);
    private static final SignedNote NOTE = SignedNote.sign("one\ntwo\n", LOG);

    /** The example of the format's reference implementation. */
    private static final String PUBLISHED_KEY =
            "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private static final String PUBLISHED =
            """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.

            \u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
            """;

    @Test
    void thePublishedExampleHolds() {
        NoteKey key = NoteKey.parse(PUBLISHED_KEY);

        assertThat(key).hasToString(PUBLISHED_KEY);
        assertThat(SignedNote.parse(PUBLISHED).verify(List.of(key)))
                .extracting(Signed::by)
                .containsExactly(key);
        assertThat(SignedNote.parse(PUBLISHED)).hasToString(PUBLISHED);
    }

    @Test
    void everyChangedCharacterOfASignedTextShows() {
        String note = NOTE.toString();
        int text = NOTE.text().length();
        for (int i = 0; i < text; i++) {
            char changed = note.charAt(i) == 'x' ? 'y' : 'x';
            String forged = note.substring(0, i) + changed + note.substring(i + 1);
            assertThatExceptionOfType(BadEvidence.class)
                    .as(forged)
                    .isThrownBy(() -> SignedNote.parse(forged).verify(List.of(LOG.key())));
        }
    }

    @Test
    void aWitnessSaysWhenItSawTheText() {
        SignedNote cosigned = NOTE.signedBy(WITNESS, SEEN);

        assertThat(cosigned.verify(List.of(LOG.key(), WITNESS.key())))
                .containsExactly(new Signed(LOG.key(), null), new Signed(WITNESS.key(), SEEN));
        assertThat(SignedNote.parse(cosigned.toString())).isEqualTo(cosigned);
    }

    @Test
    void signaturesByOthersArePassedOver() {
        SigningKey other = SigningKey.create("other.example", NoteKey.Use.LOG);

        assertThat(NOTE.signedBy(other, SEEN).verify(List.of(LOG.key()))).hasSize(1);
        assertThatExceptionOfType(BadEvidence.class)
                .isThrownBy(() -> NOTE.verify(List.of(other.key())))
                .withMessageContaining("nobody trusted");
    }

    @Test
    void whatOthersSignedCanBeLeftOut() {
        SigningKey other = SigningKey.create("other.example", NoteKey.Use.LOG);
        SignedNote twice = NOTE.signedBy(other, SEEN).signedBy(LOG, SEEN).signedBy(WITNESS, SEEN);

        assertThat(twice.onlyBy(List.of(LOG.key()))).isEqualTo(NOTE);
        assertThat(twice.onlyBy(List.of(WITNESS.key(), LOG.key())))
                .isEqualTo(NOTE.signedBy(WITNESS, SEEN));
        assertThat(twice.onlyBy(List.of()).signatures()).isEmpty();
    }

    @Test
    void oneFalseSignatureOfATrustedKeySpoilsTheNote() {
        String elsewhere = SignedNote.sign("three\n", WITNESS).signatures().get(0);

        assertThatExceptionOfType(BadEvidence.class)
                .isThrownBy(() -> NOTE.with(elsewhere).verify(List.of(LOG.key(), WITNESS.key())))
                .withMessageContaining("chorley.example/witness");
    }

    @Test
    void aSecretKeyIsReadAsItWasWrittenAndNotShown() {
        SigningKey read = SigningKey.parse(LOG.secret());

        assertThat(read.key()).isEqualTo(LOG.key());
        assertThat(SignedNote.sign("a\n", read).verify(List.of(LOG.key()))).hasSize(1);
        assertThat(LOG.toString()).isEqualTo("SigningKey[muniment.example/log]");
        String mixed = LOG.secret().replace(LOG.key().toString(), WITNESS.key().toString());
        assertThatExceptionOfType(BadEvidence.class).isThrownBy(() -> SigningKey.parse(mixed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text\n",
                "text\n\n",
                "text\n\n- name c2ln\n",
                "text\n\n\u2014 name\n",
                "text\n\n\u2014 na+me c2lnbmF0dXJl\n",
                "text\n\n\u2014 name not-base64!\n",
                "text\n\n\u2014 name AAAA\n",
                "text\n\n\u2014 name c2lnbmF0dXJl \n",
                "text\n\n\u2014 name c2lnbmF0dXJl\u2003\n",
                "te\txt\n\n\u2014 name c2lnbmF0dXJl\n",
                "text\n\n\u2014 name c2lnbmF0dXJl"
            })
    void whatIsNoNoteIsNotTakenForOne(String note) {
        assertThatExceptionOfType(BadEvidence.class).isThrownBy(() -> SignedNote.parse(note));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+AhpC2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3",
                "+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+AR"
            })
    void aKeyThatIsNotWhatItsIdSaysIsNone(String key) {
        assertThatExceptionOfType(BadEvidence.class).isThrownBy(() -> NoteKey.parse(key));
    }
}
