package org.muniment.ops.log;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.muniment.command.dispatch.EventPositions;
import org.muniment.kernel.ledger.StoredEvent;
import org.muniment.kernel.log.EventForm;
import org.muniment.kernel.log.EventForms;
import org.muniment.query.journal.EventJson;
import org.muniment.query.journal.JournalWriter.Recorded;
import org.muniment.query.journal.LogScan;
import org.muniment.query.journal.Unreadable;
import org.muniment.query.moment.LogHead;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.core.JacksonException;

/**
 * Where the log stands. Within a command's transaction it reads on the writing connection, so that
 * it sees what the command has appended.
 */
final class LogReader implements EventPositions, LogHead, LogScan, LogRows, LogForms {
    /** As bytes: what is stored, and not what a driver makes of it. */
    private static final String STORED =
            "SELECT position, CAST(event_id AS BLOB), CAST(stream AS BLOB), sequence,"
                    + " CAST(noun AS BLOB), CAST(recorded_at AS BLOB), CAST(type AS BLOB),"
                    + " CAST(revision AS BLOB), CAST(payload AS BLOB), CAST(metadata AS BLOB)"
                    + " FROM events WHERE ";

    private static final StreamHead NOTHING = new StreamHead(0, 0);

    private final JdbcTemplate writer;
    private final JdbcTemplate readers;

    private final LogTransactions transactions;

    LogReader(LogFile file, LogTransactions transactions) {
        this.writer = new JdbcTemplate(file.writer());
        this.readers = new JdbcTemplate(file.readers());
        this.transactions = transactions;
    }

    @Override
    public StreamHead headOf(String stream) {
        return headBefore(stream, Long.MAX_VALUE);
    }

    @Override
    public StreamHead headBefore(String stream, long position) {
        List<StreamHead> heads =
                connection()
                        .query(
                                "SELECT sequence + 1, position FROM events WHERE stream = ? AND"
                                        + " position < ? ORDER BY sequence DESC LIMIT 1",
                                (row, number) -> new StreamHead(row.getLong(1), row.getLong(2)),
                                stream,
                                position);
        return heads.isEmpty() ? NOTHING : heads.get(0);
    }

    @Override
    public long last() {
        return last(connection());
    }

    static long last(JdbcTemplate connection) {
        List<Long> last =
                connection.queryForList(
                        "SELECT position FROM events ORDER BY position DESC LIMIT 1", Long.class);
        return last.isEmpty() ? 0 : last.get(0);
    }

    @Override
    public long arrivals() {
        return transactions.arrivals();
    }

    @Override
    public long position() {
        return last();
    }

    @Override
    public List<Recorded> after(long position, int limit) {
        return connection()
                .query(
                        STORED + "position > ? ORDER BY position LIMIT ?",
                        (row, number) -> stored(row),
                        position,
                        limit)
                .parallelStream()
                .map(this::recorded)
                .toList();
    }

    @Override
    public List<Recorded> named(String type) {
        return readers
                .query(STORED + "type = ? ORDER BY position", (row, number) -> stored(row), type)
                .stream()
                .map(this::recorded)
                .toList();
    }

    @Override
    public List<StoredEvent> rowsAfter(long position, int limit) {
        return rowsAfter(readers, position, limit);
    }

    static List<StoredEvent> rowsAfter(JdbcTemplate connection, long position, int limit) {
        return connection.query(
                STORED + "position > ? ORDER BY position LIMIT ?",
                (row, number) -> stored(row),
                position,
                limit);
    }

    @Override
    public List<StoredEvent> rowsOf(String stream) {
        return readers.query(
                STORED + "stream = ? ORDER BY sequence", (row, number) -> stored(row), stream);
    }

    @Override
    public long commits() {
        return transactions.commits();
    }

    /** Of the events between only the names are read. */
    @Override
    public Found after(long position, Set<String> names) {
        List<Long> wanted = new ArrayList<>();
        AtomicLong through = new AtomicLong(position);
        readers.query(
                "SELECT position, type FROM events WHERE position > ? ORDER BY position",
                row -> {
                    through.set(row.getLong(1));
                    if (names.contains(row.getString(2))) {
                        wanted.add(row.getLong(1));
                    }
                },
                position);
        return new Found(wanted.stream().map(this::eventAt).toList(), through.get());
    }

    private Object eventAt(long position) {
        return readers.queryForObject(
                "SELECT type, revision, payload FROM events WHERE position = ?",
                (row, number) ->
                        EventJson.read(
                                row.getString(3),
                                EventForms.of(row.getString(1), row.getString(2))
                                        .orElseThrow()
                                        .type()),
                position);
    }

    private static StoredEvent stored(ResultSet row) throws SQLException {
        return new StoredEvent(
                row.getLong(1),
                StoredEvent.text(row.getBytes(2)),
                StoredEvent.text(row.getBytes(3)),
                row.getLong(4),
                StoredEvent.text(row.getBytes(5)),
                StoredEvent.text(row.getBytes(6)),
                StoredEvent.text(row.getBytes(7)),
                StoredEvent.text(row.getBytes(8)),
                StoredEvent.text(row.getBytes(9)),
                StoredEvent.text(row.getBytes(10)));
    }

    private Recorded recorded(StoredEvent row) {
        return new Recorded(
                row.position(),
                Instant.parse(row.recordedAt()),
                content(row),
                row.payload(),
                row.metadata());
    }

    /** A message of the parser could repeat what the event says. */
    private Object content(StoredEvent row) {
        Optional<EventForm> form = EventForms.of(row.type(), row.revision());
        if (form.isEmpty()) {
            return unreadable(row, "this version does not know the form");
        }
        try {
            return EventJson.read(row.payload(), form.get().type());
        } catch (JacksonException damaged) {
            return unreadable(row, "the content is not of its form");
        }
    }

    private Unreadable unreadable(StoredEvent row, String why) {
        return new Unreadable(
                row.stream(), row.type(), row.revision(), Belonging.planOf(row, this::rowsOf), why);
    }

    /** The recorded time of the last event; the epoch where there is none. */
    Instant lastRecordedAt() {
        List<String> last =
                connection()
                        .queryForList(
                                "SELECT recorded_at FROM events ORDER BY position DESC LIMIT 1",
                                String.class);
        return last.isEmpty() ? Instant.EPOCH : Instant.parse(last.get(0));
    }

    /** How far a clock lags behind the log; zero as a rule. */
    Duration behind(Instant clock) {
        Instant last = lastRecordedAt();
        return clock.isBefore(last) ? Duration.between(clock, last) : Duration.ZERO;
    }

    private JdbcTemplate connection() {
        return TransactionSynchronizationManager.isActualTransactionActive() ? writer : readers;
    }
}
