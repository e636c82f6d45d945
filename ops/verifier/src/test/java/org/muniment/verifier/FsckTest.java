package org.muniment.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muniment.kernel.ledger.Hash;
import org.muniment.kernel.ledger.NoteKey;
import org.muniment.kernel.ledger.SignedNote;
import org.muniment.kernel.ledger.SigningKey;
import org.muniment.kernel.ledger.StoredEvent;

class FsckTest {
    private static final TestLog LOG = TestLog.empty().filled(50);
    private static final Path SCHEMA =
            Path.of("../standalone/src/main/java/org/muniment/ops/log/LogSchema.java");

    @TempDir Path data;
    @TempDir Path elsewhere;

    private int code;
    private String said;

    @BeforeEach
    void aSoundLog() throws IOException {
        LOG.writeTo(data);
    }

    @Test
    void aSoundLogIsSoundAndLeftAsItIs() throws IOException {
        Map<String, byte[]> before = contents();

        assertSound();

        assertThat(said).contains("The log holds 50 events; 50 are sealed.");
        Map<String, byte[]> after = contents();
        assertThat(after).containsOnlyKeys(before.keySet());
        after.forEach((name, file) -> assertThat(file).isEqualTo(before.get(name)));
    }

    @Test
    void theDefinitionsAreTheProductsOwn() throws IOException {
        String product = Files.readString(SCHEMA).replaceAll("[\\s\"+]", "");

        for (String definition : TableCheck.DEFINITIONS) {
            assertThat(product).contains(definition.replaceAll("[\\s\"+]", ""));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DELETE FROM events WHERE position = 20 | event 20 is missing: event 21",
                "UPDATE events SET sequence = 99 WHERE position = 7 | event 7 is number 99 of"
                        + " kpi:k0, where number 2 should follow",
                "UPDATE events SET noun = 'Plan' WHERE position = 8 | event 8 calls kpi:k1 a Plan",
                "UPDATE events SET recorded_at = '2017-08-01T00:00:00Z' WHERE position = 9 | event"
                        + " 9 was recorded before the one in front of it",
                "UPDATE events SET recorded_at = 'noon' WHERE position = 9 | event 9 was recorded"
                        + " at no time: noon",
                "UPDATE events SET payload = '[]' WHERE position = 10 | the payload of event 10 is"
                        + " no JSON object",
                "UPDATE events SET metadata = '{}{}' WHERE position = 10 | the metadata of event 10"
                        + " is no JSON object",
                "UPDATE events SET payload = CAST(x'ff' AS TEXT) WHERE position = 11 | event 11: a"
                        + " stored text is not UTF-8",
                "UPDATE events SET event_id = 'x' WHERE position = 12 | event 12 does not give the"
                        + " hash that was kept of it",
                "UPDATE events SET event_id = 'x' WHERE position = 12 | the first 50 events of the"
                        + " log are not those of the checkpoint",
                "DELETE FROM events WHERE position > 45 | the log holds 45 events, but the"
                        + " checkpoint speaks of 50",
                "PRAGMA user_version = 2 | a format this verifier does not know",
                "PRAGMA application_id = 1 | no log of this software",
                "DROP TRIGGER note_form | lacks, or has in another form: TRIGGER note_form",
                "CREATE TABLE more (x) | has what no log has: TABLE more"
            })
    void whatWasDoneToTheLogIsNamed(String statement, String fault) {
        assertSound();

        TestTables.tamper(data.resolve("muniment.db"), statement);

        assertFault(fault);
    }

    @Test
    void triggersThatAreGoneAreMissed() throws Exception {
        for (String trigger : List.of("no_update", "no_delete")) {
            try (Connection connection = connect();
                    var statement = connection.createStatement()) {
                statement.execute("DROP TRIGGER " + trigger);
            }
            assertFault("TRIGGER " + trigger);
        }
    }

    @Test
    void aLogWithoutItsTableIsNamed() throws Exception {
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("DROP TABLE events");
        }

        assertFault("the SQLite file cannot be read");
    }

    @Test
    void aDamagedFileIsNamed() throws IOException {
        Path file = data.resolve("muniment.db");
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, bytes.length - 2_048, bytes.length, (byte) 0x5A);
        Files.write(file, bytes);
        assertFault("the SQLite file");

        Files.writeString(file, "no database at all, but long enough to look like one".repeat(99));
        assertFault("the SQLite file");
    }

    @Test
    void damagedHashesAreNamed() throws IOException {
        Path hashes = data.resolve("ledger/hashes");
        byte[] kept = Files.readAllBytes(hashes);

        assertFaultAfter(hashes, flipped(kept, 2 * Hash.LENGTH), "a hash kept above event 2");
        assertFaultAfter(hashes, flipped(kept, 0), "event 1 does not give the hash");
        assertFaultAfter(hashes, Arrays.copyOf(kept, 3 * Hash.LENGTH + 5), "end after event 2");
        Files.write(hashes, Arrays.copyOf(kept, kept.length + 7));
        assertSound();
        Files.delete(hashes);
        assertFault("the hashes kept of the log end after event 0, though 50 were sealed");
    }

    @Test
    void aForgedCheckpointIsNamed() throws IOException {
        Path file = data.resolve("ledger/checkpoint");
        String kept = Files.readString(file);
        SigningKey stranger = SigningKey.create(LOG.origin, NoteKey.Use.LOG);
        String forged = SignedNote.sign(LOG.checkpoint().text(), stranger).toString();

        assertFaultAfter(file, TestTables.utf8(forged), "the checkpoint: nobody trusted");
        assertFaultAfter(file, TestTables.utf8(kept.replace("\n50\n", "\n49\n")), "does not hold");
        assertFaultAfter(file, TestTables.utf8("nonsense"), "the note has no signatures");
        Files.delete(file);
        assertFault("the log holds 50 events, but there is no checkpoint");
    }

    @Test
    void aMissingOrDamagedKeyIsNamed() throws IOException {
        Path file = data.resolve("ledger/key");

        assertFaultAfter(file, TestTables.utf8("one\ntwo\n"), "the ledger's key: it is damaged");
        Files.delete(file);
        assertFault("the ledger's key: it is missing");
    }

    @Test
    void theCheckpointKeptOutsideIsCompared() throws IOException {
        Path copy = elsewhere.resolve("copy");
        Files.writeString(copy, LOG.note().toString());
        assertSound("--checkpoint-copy", copy.toString());

        TestLog longer = LOG.with(LOG.events).filled(1);
        Files.writeString(copy, SignedNote.sign(longer.checkpoint().text(), LOG.key).toString());
        assertFault(
                "the log holds 50 events, but the checkpoint kept outside speaks of 51",
                "--checkpoint-copy",
                copy.toString());

        TestLog other = LOG.with(List.of()).filled(40);
        other.events.set(3, other.add("kpi:k0", "kpi.defined", "{}"));
        Files.writeString(copy, SignedNote.sign(other.checkpoint().text(), LOG.key).toString());
        assertFault(
                "events of the log are not those of the checkpoint kept outside",
                "--checkpoint-copy",
                copy.toString());

        Files.delete(copy);
        assertFault("kept outside, " + copy, "--checkpoint-copy", copy.toString());
    }

    @Test
    void anUnsealedTailIsToldAndNoFault() throws IOException {
        TestTables.write(elsewhere.resolve("longer.db"), LOG.with(LOG.events).filled(2).events);
        Files.copy(
                elsewhere.resolve("longer.db"),
                data.resolve("muniment.db"),
                StandardCopyOption.REPLACE_EXISTING);

        assertSound();
        assertThat(said).contains("2 events are not sealed yet");
    }

    @Test
    void aKeyThatWasChangedIsFollowed() throws IOException {
        SigningKey next = SigningKey.create(LOG.origin, NoteKey.Use.LOG);
        TestLog log = LOG.with(LOG.events);
        rotate(log, LOG.key, next);
        write(log, LOG.key, next);
        assertFault("the checkpoint: nobody trusted");
        write(log, next, next);
        assertSound();

        Path copy = elsewhere.resolve("copy");
        Files.writeString(copy, SignedNote.sign(LOG.checkpoint().text(), LOG.key).toString());
        assertSound("--checkpoint-copy", copy.toString());
        Files.writeString(copy, SignedNote.sign(LOG.checkpoint().text(), next).toString());
        assertFault("kept outside: nobody trusted", "--checkpoint-copy", copy.toString());

        write(log, next, SigningKey.create(LOG.origin, NoteKey.Use.LOG));
        assertFault("event 51 changed the log's key to another than the one in use");
    }

    private static void rotate(TestLog log, SigningKey from, SigningKey to) {
        log.add(
                "ledger:log",
                "ledger.key-rotated",
                "{\"origin\":\"%s\",\"from\":\"%s\",\"to\":\"%s\"}"
                        .formatted(log.origin, from.key(), to.key()));
    }

    private void write(TestLog log, SigningKey signing, SigningKey kept) throws IOException {
        Files.delete(data.resolve("muniment.db"));
        log.writeTo(data);
        Files.writeString(data.resolve("ledger/key"), kept.secret());
        Files.writeString(
                data.resolve("ledger/checkpoint"),
                SignedNote.sign(log.checkpoint().text(), signing).toString());
    }

    @Test
    void everyKindOfFaultIsNamedAtOnce() {
        TestTables.tamper(
                data.resolve("muniment.db"),
                "UPDATE events SET payload = '[]' WHERE position = 10",
                "UPDATE events SET noun = 'Plan' WHERE position = 30",
                "DELETE FROM events WHERE position = 40",
                "PRAGMA user_version = 2");

        fsck();

        assertThat(code).isEqualTo(Main.WRONG);
        assertThat(said)
                .contains("the payload of event 10", "event 30 calls", "event 40 is missing")
                .contains("does not know", "event 10 does not give the hash");
    }

    @Test
    void aLogInUseIsCheckedAndItsFilesStay() throws Exception {
        try (Connection writer = connect();
                PreparedStatement insert = writer.prepareStatement(TestTables.INSERT)) {
            StoredEvent next = LOG.with(LOG.events).filled(1).events.get(50);
            TestTables.fill(insert, next);
            insert.executeUpdate();

            assertSound();

            assertThat(said).contains("The log holds 51 events; 50 are sealed.");
        }
        assertThat(contents())
                .containsOnlyKeys(
                        "muniment.db", "ledger/key", "ledger/hashes", "ledger/checkpoint");
    }

    @Test
    void whereThereIsNoLogThatIsSaid() {
        fsck(elsewhere);

        assertThat(code).isEqualTo(Main.MISUSED);
        assertThat(said).contains("There is no log").contains("MUNIMENT_DATA");
    }

    private Connection connect() throws Exception {
        return DriverManager.getConnection("jdbc:sqlite:" + data.resolve("muniment.db"));
    }

    private static byte[] flipped(byte[] bytes, int place) {
        byte[] changed = bytes.clone();
        changed[place] ^= 1;
        return changed;
    }

    private void assertFaultAfter(Path file, byte[] changed, String fault) throws IOException {
        byte[] kept = Files.readAllBytes(file);
        assertSound();
        Files.write(file, changed);
        assertFault(fault);
        Files.write(file, kept);
    }

    private void assertSound(String... options) {
        fsck(options);
        assertThat(said).contains("SOUND");
        assertThat(code).isEqualTo(Main.VERIFIED);
    }

    private void assertFault(String fault, String... options) {
        fsck(options);
        assertThat(said).contains("WRONG: ").contains(fault);
        assertThat(code).isEqualTo(Main.WRONG);
    }

    private void fsck(String... options) {
        fsck(data, options);
    }

    private void fsck(Path directory, String... options) {
        List<String> arguments = new ArrayList<>(List.of("fsck", directory.toString()));
        arguments.addAll(List.of(options));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream both = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        code = Main.commandLine(both, both).execute(arguments.toArray(String[]::new));
        said = bytes.toString(StandardCharsets.UTF_8);
    }

    private Map<String, byte[]> contents() throws IOException {
        Map<String, byte[]> contents = new TreeMap<>();
        try (var files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(data.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return contents;
    }
}
