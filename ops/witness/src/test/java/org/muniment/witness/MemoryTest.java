package org.muniment.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muniment.kernel.ledger.NoteKey;
import org.muniment.kernel.ledger.SignedNote;
import org.muniment.kernel.ledger.SigningKey;
import org.muniment.kernel.words.Sha256;

/** What was cosigned is remembered over every restart, or there is no restart. */
class MemoryTest {
    private static final TestLog LOG = TestLog.of(TestLog.ORIGIN);
    private static final TestLog OTHER = TestLog.of("other.example/log");
    private static final SigningKey STRANGER =
            SigningKey.create(RunningWitness.NAME, NoteKey.Use.WITNESS);

    private static final Map<String, UnaryOperator<String>> TAMPERINGS =
            Map.of(
                    "nothing", note -> "",
                    "half of it", note -> note.substring(0, note.length() / 2),
                    "an earlier size", note -> note.replace("\n5\n", "\n4\n"),
                    "another root", note -> note.replace(root(LOG, 5), root(LOG, 4)),
                    "one more line", note -> note.replaceFirst("\n\n", "\nmore\n\n"),
                    "no cosignature", note -> LOG.checkpoint(5).toString(),
                    "a cosignature of another checkpoint",
                            note ->
                                    LOG.checkpoint(4)
                                            .with(SignedNote.parse(note).signatures().get(1))
                                            .toString(),
                    "a stranger's cosignature",
                            note -> LOG.checkpoint(5).signedBy(STRANGER, Instant.EPOCH).toString(),
                    "not UTF-8", note -> note + "\ufffe");

    private static final List<String> TAMPERED = List.copyOf(TAMPERINGS.keySet());

    @TempDir private Path data;

    @Test
    void aRestartForgetsNothing() {
        String kept;
        String key;
        try (RunningWitness witness = started()) {
            key = witness.key().toString();
            witness.add(LOG.growth(0, 5));
            kept = witness.last(LOG).body();
        }

        try (RunningWitness witness = RunningWitness.again(data)) {
            assertThat(witness.key()).hasToString(key);
            assertThat(witness.last(LOG).body()).isEqualTo(kept);
            assertThat(witness.add(LOG.growth(0, 4)).statusCode()).isEqualTo(409);
            assertThat(witness.add(LOG.fork(4, "other ").growth(5, 8)).statusCode()).isEqualTo(422);
            assertThat(witness.add(LOG.growth(5, 8)).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void theTimeDoesNotGoBackOverARestart() {
        TestClock late = new TestClock();
        late.set(Instant.parse("2030-01-01T00:00:00Z"));
        try (RunningWitness witness = RunningWitness.watching(data, late, LOG)) {
            witness.add(LOG.growth(0, 5));
        }

        try (RunningWitness witness = RunningWitness.again(data)) {
            SignedNote note = LOG.checkpoint(6).with(witness.add(LOG.growth(5, 6)).body());
            assertThat(note.verify(List.of(witness.key())).get(0).at()).isEqualTo(late.instant());
        }
    }

    @ParameterizedTest
    @FieldSource("TAMPERED")
    void aMemoryThatWasChangedIsNotTrusted(String tampering) throws IOException {
        Path file = cosignedAndStopped();
        byte[] original = Files.readAllBytes(file);
        String changed =
                TAMPERINGS.get(tampering).apply(new String(original, StandardCharsets.UTF_8));

        Files.write(file, latin1OrUtf8(tampering, changed));
        assertRefusesToStart(file.toString());

        Files.write(file, original);
        RunningWitness.again(data).close();
    }

    private static byte[] latin1OrUtf8(String tampering, String text) {
        return text.getBytes(
                tampering.equals("not UTF-8") ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
    }

    private static String root(TestLog log, int size) {
        return log.root(size).base64();
    }

    @Test
    void theMemoryOfOneLogIsNotThatOfAnother() throws IOException {
        Path file = cosignedAndStopped();
        Path other = file.resolveSibling(Sha256.of(OTHER.key().name()).value());
        byte[] ours = Files.readAllBytes(file);

        Files.move(file, other);
        assertRefusesToStart(other.toString());

        Files.move(other, file);
        Files.write(file.resolveSibling("notes"), ours);
        assertRefusesToStart("notes");
    }

    @Test
    void whatACrashLeftHalfWrittenIsReadOver() throws IOException {
        Path file = cosignedAndStopped();
        Files.writeString(file.resolveSibling(file.getFileName() + ".new"), "half a no");

        try (RunningWitness witness = RunningWitness.again(data)) {
            assertThat(witness.add(LOG.growth(5, 8)).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aKeyWithoutItsMemoryAndAMemoryWithoutItsKeyAreNotUsed() throws IOException {
        Path file = cosignedAndStopped();
        byte[] note = Files.readAllBytes(file);
        byte[] key = Files.readAllBytes(data.resolve("key"));

        Files.delete(data.resolve("key"));
        assertRefusesToStart("Restore the key");
        assertThat(data.resolve("key")).doesNotExist();

        Files.write(data.resolve("key"), key);
        Files.delete(file);
        Files.delete(file.getParent());
        assertRefusesToStart("is forgotten");

        Files.createDirectory(file.getParent());
        Files.write(file, note);
        RunningWitness.again(data).close();
    }

    @Test
    void onlyItsOwnerCanReadTheKey() throws IOException {
        started().close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key())))
                .isEqualTo("rw-------");
        assertThat(SigningKey.parse(Files.readString(key())).key().use())
                .isEqualTo(NoteKey.Use.WITNESS);
    }

    @Test
    void theKeysOwnNameStands() throws IOException {
        Files.writeString(key(), SigningKey.create("first.example", NoteKey.Use.WITNESS).secret());
        Files.createDirectory(data.resolve("state"));

        try (RunningWitness witness = RunningWitness.again(data)) {
            assertThat(witness.key().name()).isEqualTo("first.example");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "muniment-secret-key/v1\n", "not a key\n"})
    void whatIsNoKeyIsNotReplaced(String text) throws IOException {
        started().close();
        Files.writeString(key(), text);

        assertRefusesToStart(key().toString());
        assertThat(key()).hasContent(text);
    }

    @Test
    void theKeyOfALogIsNotTheKeyOfAWitness() throws IOException {
        started().close();
        Files.writeString(key(), LOG.secret().secret());

        assertRefusesToStart("is the key of a log");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "plus+sign"})
    void aKeyIsMadeUnderAnUsableNameOnly(String name) {
        assertNoKeyIsMade(name);
    }

    @Test
    void aKeyIsNotMadeWithoutAName() {
        assertNoKeyIsMade(null);
    }

    private void assertNoKeyIsMade(String name) {
        Settings settings = new Settings(data, "127.0.0.1", 0, name);
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> Program.start(settings, new TestClock(), line -> {}))
                .withMessageContaining("MUNIMENT_WITNESS_NAME");
        assertThat(key()).doesNotExist();
    }

    @Test
    void twoWitnessesDoNotShareOneMemory() {
        try (RunningWitness first = started()) {
            assertRefusesToStart("is in use");
            assertThat(first.add(LOG.growth(0, 5)).statusCode()).isEqualTo(200);
        }
        RunningWitness.again(data).close();
    }

    private RunningWitness started() {
        return RunningWitness.watching(data, new TestClock(), LOG);
    }

    private Path key() {
        return data.resolve("key");
    }

    private Path cosignedAndStopped() {
        try (RunningWitness witness = started()) {
            assertThat(witness.add(LOG.growth(0, 4)).statusCode()).isEqualTo(200);
            assertThat(witness.add(LOG.growth(4, 5)).statusCode()).isEqualTo(200);
            return witness.stateOf(LOG);
        }
    }

    private void assertRefusesToStart(String why) {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> RunningWitness.again(data))
                .withMessageContaining(why);
    }
}
