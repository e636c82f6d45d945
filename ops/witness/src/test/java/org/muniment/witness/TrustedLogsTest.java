package org.muniment.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.muniment.kernel.ledger.NoteKey;
import org.muniment.kernel.ledger.SignedNote;
import org.muniment.kernel.ledger.SigningKey;

/** Which logs are watched is a file's matter, and no restart's. */
class TrustedLogsTest {
    private static final TestLog LOG = TestLog.of(TestLog.ORIGIN);
    private static final TestLog ROTATED = LOG.withNewKey();
    private static final TestLog OTHER = TestLog.of("other.example/log");
    private static final List<String> MALFORMED =
            List.of(
                    "not a key",
                    LOG.key().name(),
                    LOG.key().toString().replace("+", "-"),
                    LOG.key() + " # watched since May",
                    SigningKey.create("a.example", NoteKey.Use.WITNESS).key().toString());

    @TempDir private Path data;

    @Test
    void commentsAndEmptyLinesAreReadOver() {
        RunningWitness.write(
                logs(), "# councils\n\n  " + LOG.key() + "  \r\n#" + OTHER.key() + "\n\n");

        try (RunningWitness witness = RunningWitness.again(data)) {
            assertThat(witness.introduction()).endsWith("watches 1 log");
            assertThat(witness.add(LOG.growth(0, 5)).statusCode()).isEqualTo(200);
            assertThat(witness.add(OTHER.growth(0, 5)).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void withoutAFileNoLogIsWatchedUntilThereIsOne() {
        try (RunningWitness witness = RunningWitness.again(data)) {
            assertThat(witness.introduction()).endsWith("watches 0 logs");
            assertThat(witness.add(LOG.growth(0, 5)).statusCode()).isEqualTo(404);

            change(LOG.key() + "\n");

            assertThat(witness.introduction()).endsWith("watches 1 log");
            assertThat(witness.add(LOG.growth(0, 5)).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aLogChangesItsKeyWithoutARestart() {
        try (RunningWitness witness = RunningWitness.watching(data, new TestClock(), LOG)) {
            witness.add(LOG.growth(0, 5));
            assertThat(witness.add(ROTATED.growth(5, 6)).statusCode()).isEqualTo(403);

            change(LOG.key() + "\n" + ROTATED.key() + "\n");
            assertThat(witness.introduction()).endsWith("watches 1 log");
            assertThat(witness.add(ROTATED.growth(5, 6)).statusCode()).isEqualTo(200);
            assertThat(witness.add(LOG.growth(6, 7)).statusCode()).isEqualTo(200);

            change(ROTATED.key() + "\n");
            assertThat(witness.add(LOG.growth(7, 8)).statusCode()).isEqualTo(403);
            assertThat(witness.add(ROTATED.growth(7, 8)).statusCode()).isEqualTo(200);
        }
        try (RunningWitness witness = RunningWitness.again(data)) {
            assertThat(witness.add(ROTATED.growth(8, 9)).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aCheckpointMayBeSignedWithBothKeys() {
        try (RunningWitness witness =
                RunningWitness.watching(data, new TestClock(), LOG, ROTATED)) {
            SignedNote both = LOG.checkpoint(5).signedBy(ROTATED.secret(), Instant.EPOCH);
            String answer = witness.add("old 0\n\n" + both).body();

            assertThat(witness.last(LOG).body()).isEqualTo(both.with(answer).toString());
        }
    }

    @Test
    void aLogThatComesBackIsRemembered() {
        try (RunningWitness witness = RunningWitness.watching(data, new TestClock(), LOG)) {
            witness.add(LOG.growth(0, 5));
            change(OTHER.key() + "\n");
            assertThat(witness.add(LOG.growth(5, 6)).statusCode()).isEqualTo(404);
            assertThat(witness.last(LOG).statusCode()).isEqualTo(200);

            change(LOG.key() + "\n");
            assertThat(witness.add(LOG.growth(0, 6)).statusCode()).isEqualTo(409);
            assertThat(witness.add(LOG.growth(5, 6)).statusCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @FieldSource("MALFORMED")
    void aMalformedFileIsReportedAndTheLastGoodOneStays(String line) {
        try (RunningWitness witness = RunningWitness.watching(data, new TestClock(), LOG)) {
            change("# councils\n" + OTHER.key() + "\n" + line + "\n");

            assertThat(witness.add(LOG.growth(0, 5)).statusCode()).isEqualTo(200);
            assertThat(witness.add(OTHER.growth(0, 5)).statusCode()).isEqualTo(404);
            assertThat(witness.complaints())
                    .filteredOn(complaint -> complaint.contains("logs, line 3: "))
                    .hasSize(1);

            change(OTHER.key() + "\n");
            assertThat(witness.add(OTHER.growth(0, 5)).statusCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @FieldSource("MALFORMED")
    void itDoesNotStartWithAMalformedFile(String line) {
        RunningWitness.write(logs(), OTHER.key() + "\n" + line + "\n");
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> RunningWitness.again(data))
                .withMessageContaining("logs, line 2: ");

        RunningWitness.write(logs(), OTHER.key() + "\n");
        RunningWitness.again(data).close();
    }

    @Test
    void aFileThatWentAwayIsReportedAndTheLastGoodOneStays() throws IOException {
        try (RunningWitness witness = RunningWitness.watching(data, new TestClock(), LOG)) {
            Files.delete(logs());

            assertThat(witness.add(LOG.growth(0, 5)).statusCode()).isEqualTo(200);
            assertThat(witness.complaints()).hasSize(1).first().asString().contains("cannot be");
        }
    }

    private Path logs() {
        return data.resolve("logs");
    }

    /** Changes the file, and its time by a minute: two changes may fall in one tick of a clock. */
    private void change(String text) {
        try {
            FileTime before =
                    Files.exists(logs())
                            ? Files.getLastModifiedTime(logs())
                            : FileTime.from(Instant.EPOCH);
            Files.writeString(logs(), text);
            Files.setLastModifiedTime(logs(), FileTime.from(before.toInstant().plusSeconds(60)));
        } catch (IOException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }
}
