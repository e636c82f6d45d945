package org.muniment.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.kernel.ledger.BadEvidence;
import org.muniment.kernel.ledger.Checkpoint;
import org.muniment.kernel.ledger.Frontier;
import org.muniment.kernel.ledger.Hash;
import org.muniment.kernel.ledger.LeafEntry;
import org.muniment.kernel.ledger.StoredEvent;

/** Whatever is done to a log of 200 events shows, against a checkpoint held elsewhere. */
class LogTest {
    private static final int SIZE = 200;
    private static final TestLog LOG = TestLog.empty().filled(SIZE);
    private static final Checkpoint SIGNED = LOG.checkpoint();
    private static final List<Hash> LEAVES =
            LOG.events.stream().map(it -> new LeafEntry(LOG.origin, it).hash()).toList();
    private static final int SAMPLES = 120;

    @TempDir Path directory;

    /** The columns that hold text, in order. */
    private static final List<String> COLUMNS =
            List.of(
                    "event_id",
                    "stream",
                    "noun",
                    "recorded_at",
                    "type",
                    "revision",
                    "payload",
                    "metadata");

    @Test
    void everyBitOfEveryTextOfEveryEventCounts() {
        long flips = 0;
        for (StoredEvent event : LOG.events) {
            Hash leaf = leafOf(event);
            for (int column = 0; column < COLUMNS.size(); column++) {
                byte[] text = TestTables.utf8(texts(event).get(column));
                for (int bit = 0; bit < text.length * Byte.SIZE; bit++) {
                    assertThat(leafWith(event, column, flipped(text, bit)))
                            .as("%s of event %s, bit %s", column, event.position(), bit)
                            .isNotEqualTo(leaf);
                    flips++;
                }
            }
        }
        assertThat(flips).isGreaterThan(200_000);
    }

    /** Null where what the flip left is no text, which is told before anything is hashed. */
    private static Hash leafWith(StoredEvent event, int column, byte[] text) {
        try {
            return leafOf(copy(event, column, StoredEvent.text(text)));
        } catch (BadEvidence noText) {
            return null;
        }
    }

    @Test
    void everyBitOfEveryNumberOfEveryEventCounts() {
        for (StoredEvent event : LOG.events) {
            for (int bit = 0; bit < Long.SIZE; bit++) {
                long flip = 1L << bit;
                assertThat(leafOf(numbered(event, event.position() ^ flip, event.sequence())))
                        .isNotEqualTo(leafOf(event));
                assertThat(leafOf(numbered(event, event.position(), event.sequence() ^ flip)))
                        .isNotEqualTo(leafOf(event));
            }
        }
    }

    @Test
    void anyOneLeafThatDiffersGivesAnotherRoot() {
        assertThat(rootOf(LEAVES)).isEqualTo(SIGNED.root());
        for (int i = 0; i < SIZE; i++) {
            List<Hash> leaves = new ArrayList<>(LEAVES);
            leaves.set(i, Hash.ofNothing());
            assertThat(rootOf(leaves)).isNotEqualTo(SIGNED.root());
        }
    }

    @Test
    void everyDeletionSwapInsertionAndTruncationShows() {
        for (int i = 0; i < SIZE; i++) {
            List<StoredEvent> deleted = new ArrayList<>(LOG.events);
            deleted.remove(i);
            assertThat(rootOf(renumbered(deleted))).isNotEqualTo(SIGNED.root());
            if (i > 0) {
                List<StoredEvent> swapped = new ArrayList<>(LOG.events);
                Collections.swap(swapped, i - 1, i);
                assertThat(rootOf(renumbered(swapped))).isNotEqualTo(SIGNED.root());
            }
            List<StoredEvent> inserted = new ArrayList<>(LOG.events);
            inserted.add(i, LOG.events.get(0));
            assertThat(rootOf(renumbered(inserted).subList(0, SIZE))).isNotEqualTo(SIGNED.root());
            assertThat(rootOf(leaves(LOG.events.subList(0, i)))).isNotEqualTo(SIGNED.root());
        }
    }

    /** The forger holds the log's key: only the checkpoint held elsewhere can tell. */
    @Test
    void aHistoryReplacedFromTheStartAndSignedAgainShows() throws Exception {
        TestLog forged = LOG.with(new ArrayList<>(LOG.events));
        forged.events.set(10, copy(LOG.events.get(10), 6, "{\"kpi\":\"k1\",\"n\":11}"));
        forged.writeTo(directory);

        assertThatExceptionOfType(BadEvidence.class)
                .isThrownBy(() -> check(SIGNED))
                .withMessage("the first 200 events of the log are not those that were sealed");
        assertThat(check(forged.checkpoint())).isZero();
    }

    @Test
    void aLogCutOffAndSignedAgainShows() throws Exception {
        LOG.with(LOG.events.subList(0, SIZE - 1)).writeTo(directory);

        assertThatExceptionOfType(BadEvidence.class)
                .isThrownBy(() -> check(SIGNED))
                .withMessageContaining("the log holds 199 events, but 200 were sealed");
    }

    @Test
    void aLogThatHasGrownIsTheSame() throws Exception {
        LOG.with(LOG.events).filled(3).writeTo(directory);

        assertThat(check(SIGNED)).isEqualTo(3);
    }

    @Test
    void whatWasChangedInTheFileIsNamed() throws Exception {
        LOG.writeTo(directory);
        Random random = new Random(412);
        assertThat(check(SIGNED)).isZero();
        for (int i = 0; i < SAMPLES; i++) {
            StoredEvent event = LOG.events.get(random.nextInt(SIZE));
            int column = random.nextInt(COLUMNS.size());
            byte[] text = TestTables.utf8(texts(event).get(column));
            byte[] changed = flipped(text, random.nextInt(text.length * Byte.SIZE));

            store(COLUMNS.get(column), event.position(), changed);
            assertThatExceptionOfType(BadEvidence.class)
                    .isThrownBy(() -> check(SIGNED))
                    .withMessageContaining("event " + event.position());
            store(COLUMNS.get(column), event.position(), text);
        }
        assertThat(check(SIGNED)).isZero();
    }

    private void store(String column, long position, byte[] text) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(
                                "jdbc:sqlite:" + directory.resolve("muniment.db"));
                var statement = connection.createStatement()) {
            statement.execute("DROP TRIGGER IF EXISTS no_update");
            try (PreparedStatement update =
                    connection.prepareStatement(
                            "UPDATE events SET %s = CAST(? AS TEXT) WHERE position = ?"
                                    .formatted(column))) {
                update.setBytes(1, text);
                update.setLong(2, position);
                update.executeUpdate();
            }
        }
    }

    @Test
    void eventsThatAreMissingInTheFileAreNamed() throws Exception {
        LOG.writeTo(directory);
        Path file = directory.resolve("muniment.db");

        TestTables.tamper(file, "DELETE FROM events WHERE position = 57");
        assertWrong("event 57 is missing: event 58 is in its place");
        TestTables.tamper(file, "UPDATE events SET position = 57 WHERE position = 200");
        assertWrong("the log holds 199 events, but 200 were sealed");
        TestTables.tamper(file, "UPDATE events SET position = -3 WHERE position = 1");
        assertWrong("event 1 is missing: event -3 is in its place");
    }

    /** The bytes are the same, but SQLite no longer takes them for text. */
    @Test
    void aTextThatIsKeptAsBytesShows() throws Exception {
        LOG.writeTo(directory);
        declare("replace(sql, 'STRICT', '')");
        TestTables.tamper(
                directory.resolve("muniment.db"),
                "UPDATE events SET payload = CAST(payload AS BLOB) WHERE position = 7");
        declare("sql || ' STRICT'");

        assertWrong("event 7: a column holds something else than it is declared to");
    }

    private void declare(String definition) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(
                                "jdbc:sqlite:" + directory.resolve("muniment.db"));
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA writable_schema = ON");
            statement.execute(
                    "UPDATE sqlite_master SET sql = %s WHERE name = 'events'"
                            .formatted(definition));
        }
    }

    @Test
    void damagedHashesAreNotBlamedOnTheLog() throws Exception {
        LOG.writeTo(directory);
        Path hashes = directory.resolve("ledger/hashes");
        byte[] kept = Files.readAllBytes(hashes);

        Files.write(hashes, flipped(kept, 0));
        assertWrong(
                "the log is the one that was signed, but the hashes kept of it are damaged:"
                        + " that of event 1");
        Files.write(hashes, flipped(kept, 2 * Hash.LENGTH * Byte.SIZE));
        assertWrong("those above event 2");
        Files.write(hashes, Arrays.copyOf(kept, kept.length / 2));
        assertWrong("they end after event");
        Files.write(hashes, kept);
        TestTables.tamper(
                directory.resolve("muniment.db"),
                "UPDATE events SET noun = 'x' WHERE position = 9");
        assertWrong("event 9 was changed after it was sealed");
        Files.write(hashes, flipped(kept, 0));
        assertWrong("event 1 is not the one that was hashed, and neither");
    }

    @Test
    void aLogInUseIsReadAsOfOneMomentAndLeftAsItIs() throws Exception {
        LOG.writeTo(directory);
        Path file = directory.resolve("muniment.db");
        try (Connection writer = DriverManager.getConnection("jdbc:sqlite:" + file);
                LogFile reading = open(writer, file);
                LogRows rows = reading.rows()) {
            insert(writer, LOG.with(LOG.events).filled(2).events.get(SIZE + 1), SIZE + 2);
            assertThat(new LogCheck(SIGNED, null).check(rows, position -> {})).isEqualTo(1);
        }
        assertThat(files()).containsExactlyInAnyOrder("muniment.db", "ledger");
    }

    /** With one event more in the write-ahead log. */
    private static LogFile open(Connection writer, Path file) throws SQLException, IOException {
        insert(writer, LOG.with(LOG.events).filled(1).events.get(SIZE), SIZE + 1);
        LogFile log = LogFile.open(file);
        assertThat(log.ask("SELECT count(*) FROM events")).containsExactly("201");
        return log;
    }

    private static void insert(Connection writer, StoredEvent event, long position)
            throws SQLException {
        try (PreparedStatement insert = writer.prepareStatement(TestTables.INSERT)) {
            TestTables.fill(insert, event);
            insert.setLong(1, position);
            insert.executeUpdate();
        }
    }

    @Test
    void aLogThatNobodyHasOpenIsReadWithoutATrace() throws Exception {
        LOG.writeTo(directory);

        check(SIGNED);

        assertThat(files()).containsExactlyInAnyOrder("muniment.db", "ledger");
    }

    @Test
    void aLogLeftByACrashIsReadInACopy() throws Exception {
        Path file = directory.resolve("muniment.db");
        Path crashed = Files.createDirectory(directory.resolve("crashed")).resolve("muniment.db");
        LOG.writeTo(directory);
        try (Connection writer = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            insert(writer, LOG.with(LOG.events).filled(1).events.get(SIZE), SIZE + 1);
            Files.copy(file, crashed);
            Files.copy(
                    directory.resolve("muniment.db-wal"),
                    crashed.resolveSibling("muniment.db-wal"));
        }

        try (LogFile log = LogFile.open(crashed)) {
            assertThat(log.ask("SELECT count(*) FROM events")).containsExactly("201");
        }
        try (var left = Files.list(crashed.getParent())) {
            assertThat(left).hasSize(2);
        }
    }

    @Test
    void aLogThatIsStartedMeanwhileIsNotJudged() throws Exception {
        LOG.writeTo(directory);
        Path file = directory.resolve("muniment.db");
        LogFile log = LogFile.open(file);
        try (Connection writer = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            insert(writer, LOG.with(LOG.events).filled(1).events.get(SIZE), SIZE + 1);

            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(log::close)
                    .withMessageContaining("started while it was read");
        }
    }

    @Property(tries = 1_000)
    void noCleanLogIsFoundWrong(@ForAll @IntRange(max = 40) int size, @ForAll List<String> texts) {
        TestLog log = LOG.with(List.of());
        for (int i = 0; i < size; i++) {
            String text = texts.isEmpty() ? "" : whole(texts.get(i % texts.size()));
            log.add("kpi:" + text, "t" + text, text);
        }
        Checkpoint signed = log.checkpoint();
        Frontier tree = new Frontier();
        log.events.forEach(event -> tree.add(new LeafEntry(log.origin, event).hash()));

        assertThatCode(() -> inMemory(log, signed)).doesNotThrowAnyException();
        assertThat(tree.root()).isEqualTo(signed.root());
    }

    private static void inMemory(TestLog log, Checkpoint signed) throws Exception {
        try (Connection connection = TestTables.create(Path.of(":memory:"));
                PreparedStatement insert = connection.prepareStatement(TestTables.INSERT)) {
            for (StoredEvent event : log.events) {
                TestTables.fill(insert, event);
                insert.executeUpdate();
            }
            try (LogRows rows = new LogRows(connection)) {
                assertThat(new LogCheck(signed, null).check(rows, position -> {})).isZero();
            }
        }
    }

    private static String whole(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private List<String> files() throws IOException {
        try (var files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private void assertWrong(String reason) {
        assertThatExceptionOfType(BadEvidence.class)
                .isThrownBy(() -> check(SIGNED))
                .withMessageContaining(reason);
    }

    private long check(Checkpoint signed) throws SQLException, IOException {
        try (LogFile log = LogFile.open(directory.resolve("muniment.db"));
                KeptHashes kept = KeptHashes.open(directory.resolve("ledger/hashes"));
                LogRows rows = log.rows()) {
            return new LogCheck(signed, kept).check(rows, position -> {});
        }
    }

    private static Hash leafOf(StoredEvent event) {
        return new LeafEntry(LOG.origin, event).hash();
    }

    private static List<Hash> leaves(List<StoredEvent> events) {
        return events.stream().map(LogTest::leafOf).toList();
    }

    /** As a careful forger would leave them: the positions without a gap. */
    private static List<Hash> renumbered(List<StoredEvent> events) {
        List<Hash> leaves = new ArrayList<>();
        for (StoredEvent event : events) {
            leaves.add(leafOf(numbered(event, leaves.size() + 1, event.sequence())));
        }
        return leaves;
    }

    private static Hash rootOf(List<Hash> leaves) {
        Frontier tree = new Frontier();
        leaves.forEach(tree::add);
        return tree.root();
    }

    private static byte[] flipped(byte[] bytes, int bit) {
        byte[] changed = bytes.clone();
        changed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
        return changed;
    }

    private static List<String> texts(StoredEvent event) {
        return List.of(
                event.eventId(),
                event.stream(),
                event.noun(),
                event.recordedAt(),
                event.type(),
                event.revision(),
                event.payload(),
                event.metadata());
    }

    private static StoredEvent copy(StoredEvent event, int place, String text) {
        List<String> texts = new ArrayList<>(texts(event));
        texts.set(place, text);
        return new StoredEvent(
                event.position(),
                texts.get(0),
                texts.get(1),
                event.sequence(),
                texts.get(2),
                texts.get(3),
                texts.get(4),
                texts.get(5),
                texts.get(6),
                texts.get(7));
    }

    private static StoredEvent numbered(StoredEvent event, long position, long sequence) {
        return new StoredEvent(
                position,
                event.eventId(),
                event.stream(),
                sequence,
                event.noun(),
                event.recordedAt(),
                event.type(),
                event.revision(),
                event.payload(),
                event.metadata());
    }
}
