package org.muniment.verifier;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.muniment.kernel.ledger.BadEvidence;
import org.muniment.kernel.ledger.StoredEvent;

/** The events of a log in the order of their positions, one after another. */
final class LogRows implements AutoCloseable {
    private static final int KINDS = 11;

    /** The last column says whether the others are of the kind they are declared to be. */
    private static final String SQL =
            """
            SELECT position, event_id, stream, sequence, noun, recorded_at, type, revision,
              payload, metadata,
              typeof(event_id) = 'text' AND typeof(stream) = 'text'
              AND typeof(sequence) = 'integer' AND typeof(noun) = 'text'
              AND typeof(recorded_at) = 'text' AND typeof(type) = 'text'
              AND typeof(revision) = 'text' AND typeof(payload) = 'text'
              AND typeof(metadata) = 'text'
            FROM events ORDER BY position""";

    private final Statement statement;
    private final ResultSet rows;

    LogRows(Connection connection) throws SQLException {
        statement = connection.createStatement();
        rows = statement.executeQuery(SQL);
    }

    boolean next() throws SQLException {
        return rows.next();
    }

    long position() throws SQLException {
        return rows.getLong(1);
    }

    /**
     * @throws BadEvidence where a column does not hold what it is declared to
     */
    StoredEvent event() throws SQLException {
        if (!rows.getBoolean(KINDS)) {
            throw new BadEvidence("a column holds something else than it is declared to");
        }
        return new StoredEvent(
                rows.getLong(1),
                text(2),
                text(3),
                rows.getLong(4),
                text(5),
                text(6),
                text(7),
                text(8),
                text(9),
                text(10));
    }

    private String text(int column) throws SQLException {
        return StoredEvent.text(rows.getBytes(column));
    }

    @Override
    public void close() throws SQLException {
        rows.close();
        statement.close();
    }
}
