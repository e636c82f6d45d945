package org.muniment.kernel.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlogProofTest {
    private static final String ORIGIN = "muniment.example/log";
    private static final int SIZE = 100;
    private static final int INDEX = 41;
    private static final SigningKey LOG = SigningKey.create(ORIGIN, NoteKey.Use.LOG);
    private static final List<Hash> LEAVES = Trees.leaves(SIZE);
    private static final MerkleTree TREE = Trees.tree(Trees.stored(LEAVES), SIZE);
    private static final Checkpoint CHECKPOINT = new Checkpoint(ORIGIN, SIZE, TREE.root());
    private static final TlogProof PROOF =
            new TlogProof(INDEX, TREE.inclusion(INDEX), SignedNote.sign(CHECKPOINT.text(), LOG));

    @Test
    void aProofIsAFileThatIsReadAsItWasWritten() {
        TlogProof read = TlogProof.parse(PROOF.toString());

        assertThat(read).isEqualTo(PROOF);
        assertThat(read.verify(LEAVES.get(INDEX), ORIGIN, List.of(LOG.key())))
                .isEqualTo(CHECKPOINT);
        assertThat(PROOF.toString()).startsWith("c2sp.org/tlog-proof@v1\nindex 41\n");
    }

    @Test
    void anExtraLineIsReadOver() {
        String file = PROOF.toString().replace("\nindex", "\nextra aGVsbG8=\nindex");

        assertThat(TlogProof.parse(file)).isEqualTo(PROOF);
    }

    @Test
    void noOtherLeafAndNoOtherLogIsProved() {
        assertBad(PROOF, LEAVES.get(INDEX + 1), ORIGIN);
        assertBad(PROOF, LEAVES.get(INDEX), "other.example/log");
        assertBad(
                new TlogProof(INDEX + 1, PROOF.hashes(), PROOF.checkpoint()),
                LEAVES.get(INDEX),
                ORIGIN);
    }

    @Test
    void everyChangedCharacterOfTheFileShows() {
        String file = PROOF.toString();
        for (int i = 0; i < file.length(); i++) {
            char changed = file.charAt(i) == 'A' ? 'B' : 'A';
            String forged = file.substring(0, i) + changed + file.substring(i + 1);
            assertThatExceptionOfType(BadEvidence.class)
                    .as("%s: %s", i, forged)
                    .isThrownBy(
                            () ->
                                    TlogProof.parse(forged)
                                            .verify(LEAVES.get(INDEX), ORIGIN, List.of(LOG.key())));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "muniment.example/log\n0100\nAAAA\n",
                "muniment.example/log\n-1\nAAAA\n",
                "muniment.example/log\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU\n",
                "muniment.example/log\n1\n",
                "muniment.example/log\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\nmore\n",
                "has space\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                "muniment.example/log\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="
            })
    void whatIsNoCheckpointIsNotTakenForOne(String text) {
        assertThatExceptionOfType(BadEvidence.class).isThrownBy(() -> Checkpoint.parse(text));
    }

    @Test
    void aCheckpointIsReadAsItWasWrittenAndMayHaveExtensions() {
        assertThat(Checkpoint.parse(CHECKPOINT.text())).isEqualTo(CHECKPOINT);
        assertThat(Checkpoint.parse(CHECKPOINT.text() + "more\n")).isEqualTo(CHECKPOINT);
    }

    private static void assertBad(TlogProof proof, Hash leaf, String origin) {
        assertThatExceptionOfType(BadEvidence.class)
                .isThrownBy(() -> proof.verify(leaf, origin, List.of(LOG.key())));
    }
}
