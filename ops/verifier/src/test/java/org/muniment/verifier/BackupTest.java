package org.muniment.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muniment.kernel.ledger.BadEvidence;
import org.muniment.kernel.ledger.SignedNote;
import org.muniment.kernel.ledger.StoredEvent;
import picocli.CommandLine;

/** What is restored is what was backed up, and is proved to be, or nothing is restored. */
class BackupTest {
    private static final TestLog LATER = TestLog.empty().filled(60);
    private static final TestLog LOG = LATER.with(LATER.events.subList(0, 50));

    @TempDir Path directory;

    private Path data;
    private Path backup;
    private Path restored;
    private String said;

    @BeforeEach
    void aLogWithItsVault() throws IOException {
        data = Files.createDirectory(directory.resolve("data"));
        backup = directory.resolve("backup");
        restored = directory.resolve("restored");
        LOG.writeTo(data);
        Files.createDirectory(data.resolve("vault"));
        Files.writeString(data.resolve("vault/key"), "secret");
        Files.writeString(data.resolve("vault/p-1.openings"), "sealed");
        Files.writeString(data.resolve("vault/p-2.openings.new"), "cut short");
        Files.writeString(data.resolve("muniment.lock"), "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"backup", "backup.zip"})
    void whatIsRestoredIsWhatWasBackedUp(String form) throws Exception {
        backup = directory.resolve(form);

        assertThat(run("backup", data, backup)).isZero();
        assertThat(said).contains("BACKED UP: 50 events, 50 of them sealed");
        assertThat(run("restore", backup, restored)).isZero();

        assertThat(said).contains("RESTORED: 50 events");
        assertThat(eventsIn(restored)).isEqualTo(LOG.events);
        assertThat(names(restored))
                .containsExactlyInAnyOrder(
                        "muniment.db",
                        "ledger/key",
                        "ledger/checkpoint",
                        "ledger/hashes",
                        "vault/key",
                        "vault/p-1.openings");
        assertThat(restored.resolve("vault/key")).hasContent("secret");
        assertThat(run("fsck", restored)).isZero();
    }

    @Test
    void nobodyElseCanReadABackupOrWhatWasRestored() throws Exception {
        run("backup", data, backup);
        run("backup", data, directory.resolve("backup.zip"));
        run("restore", backup, restored);

        assertThat(rights(backup)).isEqualTo("rwx------");
        assertThat(rights(directory.resolve("backup.zip"))).isEqualTo("rw-------");
        assertThat(rights(restored.resolve("vault"))).isEqualTo("rwx------");
        assertThat(rights(restored.resolve("vault/key"))).isEqualTo("rw-------");
    }

    /** In use: a part of it is only in the write-ahead log, and there is more than was sealed. */
    @Test
    void aLogInUseIsBackedUpAsItStandsAtOneMoment() throws Exception {
        try (Connection writing = inUse()) {
            append(writing, LATER.events.subList(50, 55));

            assertThat(run("backup", data, backup)).isZero();
            append(writing, LATER.events.subList(55, 60));
        }

        assertThat(said).contains("55 events, 50 of them sealed");
        assertThat(run("restore", backup, restored)).isZero();
        assertThat(eventsIn(restored)).isEqualTo(LATER.events.subList(0, 55));
    }

    @Test
    void aCopyOfALogInUseWithoutItsWriteAheadLogIsNoticed() throws Exception {
        Files.delete(data.resolve("muniment.db"));
        try (Connection writing = TestTables.create(data.resolve("muniment.db"))) {
            try (var statement = writing.createStatement()) {
                statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
            }
            append(writing, LOG.events);
            Path copied = Files.createDirectory(directory.resolve("copied"));
            LOG.writeTo(copied);
            Files.delete(copied.resolve("muniment.db"));
            Files.copy(data.resolve("muniment.db"), copied.resolve("muniment.db"));

            assertThat(run("fsck", copied)).isEqualTo(Main.WRONG);
            assertThat(said).contains("the log holds 0 events, but the checkpoint speaks of 50");
            assertThat(run("backup", copied, backup)).isEqualTo(Main.WRONG);
            assertThat(backup).doesNotExist();
        }
    }

    @Test
    void ofALogThatIsNotSoundNoBackupIsMade() {
        TestTables.tamper(
                data.resolve("muniment.db"), "UPDATE events SET noun = 'x' WHERE position = 9");

        assertThat(run("backup", data, backup)).isEqualTo(Main.WRONG);

        assertThat(said).contains("event 9", "no backup was made");
        assertThat(backup).doesNotExist();
        assertThat(directory.resolve("backup.part")).doesNotExist();
    }

    @Test
    void whereTheVaultChangesMeanwhileItIsCopiedOnceMore() throws Exception {
        int[] copies = {0};
        Backup changing =
                new Backup(data, output()) {
                    @Override
                    SortedMap<String, String> copyLogAndLedger(Path stage)
                            throws IOException, SQLException {
                        if (copies[0]++ == 0) {
                            Files.writeString(data.resolve("vault/p-3.openings"), "named");
                            Files.delete(data.resolve("vault/p-1.openings"));
                        }
                        return super.copyLogAndLedger(stage);
                    }
                };

        BackupManifest manifest = changing.into(backup);

        assertThat(copies[0]).isEqualTo(2);
        assertThat(manifest.files()).containsKey("vault/p-3.openings");
        assertThat(manifest.files()).doesNotContainKey("vault/p-1.openings");
    }

    @Test
    void aVaultThatNeverStandsStillIsToldAndNotBackedUp() {
        int[] copies = {0};
        Backup changing =
                new Backup(data, output()) {
                    @Override
                    SortedMap<String, String> copyLogAndLedger(Path stage)
                            throws IOException, SQLException {
                        Files.writeString(data.resolve("vault/p-1.openings"), "" + copies[0]++);
                        return super.copyLogAndLedger(stage);
                    }
                };

        assertThatThrownBy(() -> changing.into(backup)).isInstanceOf(BadEvidence.class);
    }

    @Test
    void secretKeysCanBeKeptApartAndAreThenNeeded() throws Exception {
        Path keys = directory.resolve("keys");

        assertThat(run("backup", data, backup, "--keys", keys)).isZero();

        assertThat(names(keys)).containsExactlyInAnyOrder("ledger/key", "vault/key");
        assertThat(names(backup)).doesNotContain("ledger/key", "vault/key");
        assertThat(run("restore", backup, restored)).isEqualTo(Main.WRONG);
        assertThat(said).contains("ledger/key is not in the backup");
        assertThat(run("restore", backup, restored, "--keys", keys)).isZero();
        assertThat(run("fsck", restored)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"muniment.db", "ledger/hashes", "ledger/checkpoint", "vault/p-1.openings"})
    void aBackupThatWasDamagedIsNotRestored(String name) throws Exception {
        run("backup", data, backup);
        byte[] bytes = Files.readAllBytes(backup.resolve(name));
        bytes[bytes.length / 2] ^= 1;
        Files.write(backup.resolve(name), bytes);

        assertThat(run("restore", backup, restored)).isEqualTo(Main.WRONG);

        assertThat(said).contains(name + " is not as it was backed up");
        assertNothingRestored();
    }

    /** Whoever can write a backup can write its manifest; the checkpoint they cannot sign. */
    @Test
    void aBackupThatWasForgedIsNotRestored() throws Exception {
        run("backup", data, backup);
        String honest = PrivateFiles.digest(backup.resolve("muniment.db"));
        TestTables.tamper(backup.resolve("muniment.db"), "DELETE FROM events WHERE position > 45");
        Path manifest = backup.resolve("manifest");
        Files.writeString(
                manifest,
                Files.readString(manifest)
                        .replace(honest, PrivateFiles.digest(backup.resolve("muniment.db")))
                        .replace("events 50", "events 45"));

        assertThat(run("restore", backup, restored)).isEqualTo(Main.WRONG);

        assertThat(said).contains("the log holds 45 events, but the checkpoint speaks of 50");
        assertNothingRestored();
    }

    @Test
    void aFileThatIsMissingOrNoBackupAtAllIsTold() throws Exception {
        run("backup", data, backup);
        Files.delete(backup.resolve("vault/p-1.openings"));

        assertThat(run("restore", backup, restored)).isEqualTo(Main.WRONG);
        assertThat(said).contains("vault/p-1.openings is not in the backup");
        assertThat(run("restore", data, restored)).isEqualTo(Main.WRONG);
        assertThat(said).contains("is no backup of ours");
        assertThat(run("restore", directory.resolve("none.zip"), restored)).isEqualTo(Main.MISUSED);
        assertNothingRestored();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../escaped", "/etc/escaped", "vault/../../escaped", "vault/..", ".", ""})
    void aManifestCannotLeadElsewhere(String name) throws Exception {
        run("backup", data, backup);
        Path manifest = backup.resolve("manifest");
        Files.writeString(
                manifest,
                Files.readString(manifest) + "file " + "0".repeat(64) + " " + name + "\n");

        assertThat(run("restore", backup, restored)).isEqualTo(Main.WRONG);
        assertThat(said).contains("its manifest holds what no manifest does");
    }

    @Test
    void nothingIsWrittenOver() throws Exception {
        run("backup", data, backup);

        assertThat(run("backup", data, backup)).isEqualTo(Main.WRONG);
        assertThat(said).contains("is there already");
        assertThat(run("restore", backup, data)).isEqualTo(Main.WRONG);
        assertThat(said).contains("is not empty");
    }

    @Test
    void aRestoreThatWasCutShortIsBegunAnew() throws Exception {
        run("backup", data, backup);
        Files.createDirectories(restored.resolve(".restoring/vault"));
        Files.writeString(restored.resolve(".restoring/vault/key"), "half");
        Files.createDirectory(restored.resolve("lost+found"));

        assertThat(run("restore", backup, restored)).isZero();
        assertThat(restored.resolve(".restoring")).doesNotExist();
        assertThat(run("fsck", restored)).isZero();
    }

    @Test
    void aCheckpointFromOutsideOfTheSameOrFewerEventsIsComparedWithTheLog() throws Exception {
        run("backup", data, backup);
        TestLog earlier = LATER.with(LATER.events.subList(0, 20));
        Path policy = Files.writeString(directory.resolve("policy"), LATER.policy());

        assertThat(run("restore", backup, restored, "--checkpoint", kept(earlier))).isZero();
        assertThat(said).contains("The log begins with the 20 events");
        PrivateFiles.deleteAll(restored);
        assertThat(run("restore", backup, restored, "--checkpoint", kept(LOG), "--policy", policy))
                .isZero();
        assertThat(said).contains("It was cosigned by preston.example/w2");
    }

    @Test
    void aCheckpointFromOutsideOfOtherEventsRefusesTheBackup() throws Exception {
        run("backup", data, backup);
        TestLog other = LATER.with(List.of()).filled(19);
        other.add("kpi:k1", "kpi.actual-recorded", "{\"other\":1}");

        assertThat(run("restore", backup, restored, "--checkpoint", kept(other)))
                .isEqualTo(Main.WRONG);

        assertThat(said)
                .contains("the first 20 events of the log are not those of the checkpoint kept");
        assertNothingRestored();
    }

    @Test
    void howManyEventsAreMissingIsToldAndTheLossMustBeAccepted() throws Exception {
        run("backup", data, backup);

        assertThat(run("restore", backup, restored, "--checkpoint", kept(LATER)))
                .isEqualTo(Main.WRONG);
        assertThat(said)
                .contains("10 events after the backup are missing")
                .contains("the log had 60, the backup holds 50");
        assertNothingRestored();

        assertThat(run("restore", backup, restored, "--checkpoint", kept(LATER), "--accept-loss"))
                .isZero();
        assertThat(said).contains("10 events after the backup are missing", "RESTORED: 50 events");
    }

    @Test
    void aLossIsNotAcceptedOnAStrangersWord() throws Exception {
        run("backup", data, backup);
        Path stranger = kept(TestLog.empty().filled(60));

        assertThat(run("restore", backup, restored, "--checkpoint", stranger, "--accept-loss"))
                .isEqualTo(Main.WRONG);
        assertThat(said).contains("nobody trusted has signed");
        assertThat(
                        run(
                                "restore",
                                backup,
                                restored,
                                "--checkpoint",
                                kept(TestLog.named("other.example/log").filled(60)),
                                "--accept-loss"))
                .isEqualTo(Main.WRONG);
        assertThat(said).contains("the checkpoint outside is of another log");
        assertNothingRestored();
    }

    private Path kept(TestLog log) throws IOException {
        SignedNote note = log.note();
        return Files.writeString(directory.resolve("outside"), note.toString());
    }

    private Connection inUse() throws SQLException {
        Connection connection =
                DriverManager.getConnection("jdbc:sqlite:" + data.resolve("muniment.db"));
        connection.setAutoCommit(false);
        return connection;
    }

    private static void append(Connection writing, List<StoredEvent> events) throws SQLException {
        try (PreparedStatement insert = writing.prepareStatement(TestTables.INSERT)) {
            for (StoredEvent event : events) {
                TestTables.fill(insert, event);
                insert.executeUpdate();
            }
        }
        if (!writing.getAutoCommit()) {
            writing.commit();
        }
    }

    private static List<StoredEvent> eventsIn(Path data) throws Exception {
        try (LogFile log = LogFile.open(data.resolve("muniment.db"));
                LogRows rows = log.rows()) {
            List<StoredEvent> events = new ArrayList<>();
            while (rows.next()) {
                events.add(rows.event());
            }
            return events;
        }
    }

    private static List<String> names(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .toList();
        }
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private void assertNothingRestored() throws IOException {
        if (Files.exists(restored)) {
            assertThat(names(restored)).isEmpty();
        }
    }

    private static Output output() {
        CommandLine line =
                Main.commandLine(
                        new PrintStream(new ByteArrayOutputStream()),
                        new PrintStream(new ByteArrayOutputStream()));
        return new Output(line.getCommandSpec());
    }

    private int run(Object... arguments) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        int code =
                Main.commandLine(stream, stream)
                        .execute(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
        said = bytes.toString(StandardCharsets.UTF_8);
        return code;
    }
}
