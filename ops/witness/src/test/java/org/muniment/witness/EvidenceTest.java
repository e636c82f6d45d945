package org.muniment.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.kernel.ledger.AddCheckpoint;
import org.muniment.kernel.ledger.NoteKey;
import org.muniment.kernel.ledger.SignedNote;
import org.muniment.kernel.ledger.SigningKey;

/** A log that shows two histories leaves its signature on both. */
class EvidenceTest {
    private static final TestLog LOG = TestLog.of(TestLog.ORIGIN);
    private static final TestLog FORK = LOG.fork(4, "other ");

    @TempDir private Path data;
    private RunningWitness witness;

    @BeforeEach
    void start() {
        witness = RunningWitness.watching(data, new TestClock(), LOG);
        witness.add(LOG.growth(0, 5));
    }

    @AfterEach
    void stop() {
        witness.close();
    }

    @Test
    void aSplitViewIsKeptWithWhatItContradicts() {
        assertThat(witness.add(FORK.growth(5, 5)).statusCode()).isEqualTo(422);

        assertThat(witness.evidence()).hasSize(1).first().asString().startsWith("split-view-");
        assertThat(only())
                .startsWith("2017-09-14T17:00:00Z: another root was cosigned for size 5\n")
                .contains("--- submitted\n" + FORK.growth(5, 5) + "\n--- cosigned last\n")
                .endsWith("--- cosigned last\n" + witness.last(LOG).body());
        String[] parts = only().split("--- (submitted|cosigned last)\n");
        SignedNote theirs = AddCheckpoint.parse(parts[1].replaceFirst("\n$", "")).checkpoint();
        SignedNote ours = SignedNote.parse(parts[2]);
        assertThat(theirs.verify(List.of(LOG.key()))).hasSize(1);
        assertThat(ours.verify(List.of(LOG.key(), witness.key()))).hasSize(2);
        assertThat(theirs.text()).isNotEqualTo(ours.text());
    }

    @Test
    void aSplitViewIsKeptWhateverOldSizeIsSaid() {
        assertThat(witness.add(FORK.growth(0, 5)).statusCode()).isEqualTo(409);

        assertThat(witness.evidence()).hasSize(1).first().asString().startsWith("split-view-");
    }

    @Test
    void aRollbackIsKept() {
        assertThat(witness.add(LOG.growth(0, 3)).statusCode()).isEqualTo(409);
        assertThat(witness.add(new AddCheckpoint(5, List.of(), LOG.checkpoint(2))).statusCode())
                .isEqualTo(400);

        assertThat(witness.evidence()).hasSize(2).allMatch(name -> name.startsWith("rollback-"));
    }

    @Test
    void aHistoryThatIsNotProvedIsKept() {
        assertThat(witness.add(FORK.growth(5, 8)).statusCode()).isEqualTo(422);

        assertThat(witness.evidence()).hasSize(1).first().asString().startsWith("unproved-");
    }

    @Test
    void nothingIsKeptOfWhoOnlyAskedOrDidNotSign() {
        witness.add(LOG.growth(0, 5));
        witness.add(LOG.growth(0, 8));
        witness.add(LOG.withNewKey().fork(0, "forged ").growth(5, 5));
        witness.add(TestLog.of("stranger.example").growth(0, 5));
        witness.add("old 0\n");
        witness.add(LOG.growth(5, 8));

        assertThat(witness.complaints()).hasSize(5);
        assertThat(witness.evidence()).isEmpty();
    }

    @Test
    void theSameEvidenceIsKeptOnceHoweverItIsDressed() {
        SigningKey other = SigningKey.create("other.example", NoteKey.Use.LOG);
        AddCheckpoint dressed =
                new AddCheckpoint(
                        5,
                        List.of(),
                        FORK.checkpoint(5).signedBy(other, new TestClock().instant()));

        witness.add(FORK.growth(5, 5));
        witness.add(FORK.growth(0, 5));
        witness.add(dressed);

        assertThat(witness.evidence()).hasSize(1);
        assertThat(only()).doesNotContain("other.example");
    }

    @Test
    void weakEvidenceComesToAnEndAndDoesNotCrowdOutProof() {
        witness.add(LOG.growth(5, 250));
        for (int size = 10; size < 10 + Evidence.MOST + 10; size++) {
            assertThat(witness.add(LOG.growth(0, size)).statusCode()).isEqualTo(409);
        }
        assertThat(witness.evidence()).hasSize(Evidence.MOST);

        assertThat(witness.add(FORK.growth(250, 250)).statusCode()).isEqualTo(422);
        assertThat(witness.evidence())
                .filteredOn(name -> name.startsWith("split-view-"))
                .hasSize(1);
    }

    @Test
    void theRefusalStandsWhereItsEvidenceCannotBeKept() throws IOException {
        Files.delete(data.resolve("refused"));

        assertThat(witness.add(FORK.growth(5, 5)).statusCode()).isEqualTo(422);
        assertThat(witness.complaints())
                .satisfiesExactly(
                        line -> assertThat(line).contains("was not kept"),
                        line -> assertThat(line).contains("refused 422"));
        assertThat(witness.add(LOG.growth(5, 8)).statusCode()).isEqualTo(200);
    }

    private String only() {
        try {
            return Files.readString(data.resolve("refused").resolve(witness.evidence().get(0)));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
