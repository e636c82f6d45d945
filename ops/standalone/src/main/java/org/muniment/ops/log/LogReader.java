package org.muniment.ops.log;

import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.muniment.command.dispatch.EventPositions;
import org.muniment.query.moment.LogHead;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Where the log stands. Within a command's transaction it reads on the writing connection, so that
 * it sees what the command has appended.
 */
final class LogReader implements EventPositions, LogHead {
    private static final StreamHead NOTHING = new StreamHead(0, 0);

    private final JdbcTemplate writer;
    private final JdbcTemplate readers;

    LogReader(LogFile file) {
        this(file.writer(), file.readers());
    }

    private LogReader(DataSource writer, DataSource readers) {
        this.writer = new JdbcTemplate(writer);
        this.readers = new JdbcTemplate(readers);
    }

    @Override
    public StreamHead headOf(String stream) {
        List<StreamHead> heads =
                connection()
                        .query(
                                "SELECT sequence + 1, position FROM events WHERE stream = ?"
                                        + " ORDER BY sequence DESC LIMIT 1",
                                (row, number) -> new StreamHead(row.getLong(1), row.getLong(2)),
                                stream);
        return heads.isEmpty() ? NOTHING : heads.get(0);
    }

    @Override
    public long last() {
        List<Long> last =
                connection()
                        .queryForList(
                                "SELECT position FROM events ORDER BY position DESC LIMIT 1",
                                Long.class);
        return last.isEmpty() ? 0 : last.get(0);
    }

    @Override
    public long position() {
        return last();
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

    private JdbcTemplate connection() {
        return TransactionSynchronizationManager.isActualTransactionActive() ? writer : readers;
    }
}
