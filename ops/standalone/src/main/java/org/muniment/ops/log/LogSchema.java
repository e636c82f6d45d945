package org.muniment.ops.log;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.muniment.kernel.log.EventForms;

/**
 * The log's one table, made once and never altered. Positions count from 1 without a gap; two
 * triggers refuse changes, as a guard against mistakes and not as proof. {@code event_forms} lists
 * which stored names occur, so that a log of a newer version is known at once.
 */
final class LogSchema {
    /** "MNMT", so that file(1) and SQLite's tools can tell the file. */
    private static final int APPLICATION_ID = 0x4D4E4D54;

    private static final int FORMAT = 1;
    private static final int FULL = 2;

    static final EventSchema COLUMNS =
            EventSchema.builder()
                    .eventTable("events")
                    .globalIndexColumn("position")
                    .eventIdentifierColumn("event_id")
                    .aggregateIdentifierColumn("stream")
                    .sequenceNumberColumn("sequence")
                    .typeColumn("noun")
                    .timestampColumn("recorded_at")
                    .payloadTypeColumn("type")
                    .payloadRevisionColumn("revision")
                    .payloadColumn("payload")
                    .metaDataColumn("metadata")
                    .build();

    private static final List<String> DEFINITION =
            List.of(
                    """
                    CREATE TABLE events (
                      position    INTEGER PRIMARY KEY,
                      event_id    TEXT NOT NULL UNIQUE,
                      stream      TEXT NOT NULL,
                      sequence    INTEGER NOT NULL,
                      noun        TEXT NOT NULL,
                      recorded_at TEXT NOT NULL,
                      type        TEXT NOT NULL,
                      revision    TEXT NOT NULL,
                      payload     TEXT NOT NULL,
                      metadata    TEXT NOT NULL,
                      UNIQUE (stream, sequence)
                    ) STRICT""",
                    "CREATE TABLE event_forms (type TEXT, revision TEXT, UNIQUE (type, revision))"
                            + " STRICT",
                    """
                    CREATE TRIGGER note_form AFTER INSERT ON events BEGIN
                      INSERT OR IGNORE INTO event_forms VALUES (new.type, new.revision);
                    END""",
                    """
                    CREATE TRIGGER no_update BEFORE UPDATE ON events BEGIN
                      SELECT RAISE(ABORT, 'events are for ever');
                    END""",
                    """
                    CREATE TRIGGER no_delete BEFORE DELETE ON events BEGIN
                      SELECT RAISE(ABORT, 'events are for ever');
                    END""",
                    "PRAGMA application_id = " + APPLICATION_ID,
                    "PRAGMA user_version = " + FORMAT);

    private LogSchema() {}

    /**
     * @throws CannotStart where the file is no log, is newer than this software, has a gap, cannot
     *     be written, or would not be flushed at every commit
     */
    static void open(DataSource writer, Path file) {
        try (Connection connection = writer.getConnection();
                Statement statement = connection.createStatement()) {
            requireSetting(statement, "journal_mode", "wal", file);
            requireSetting(statement, "synchronous", String.valueOf(FULL), file);
            if (number(statement, "PRAGMA user_version") == 0) {
                make(connection, statement);
            }
            requireOurs(statement, file);
            requireWritable(statement);
            requireKnownForms(statement, file);
            requireNoGap(statement, file);
        } catch (SQLException unreadable) {
            throw unopened(file, unreadable);
        }
    }

    static CannotStart unopened(Path file, Exception why) {
        return new CannotStart(
                "The log " + file + " cannot be opened: " + why.getMessage(),
                "Check the file's rights and the disk; restore it from a backup if it is damaged.",
                why);
    }

    private static void make(Connection connection, Statement statement) throws SQLException {
        connection.setAutoCommit(false);
        for (String definition : DEFINITION) {
            statement.execute(definition);
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    private static void requireSetting(
            Statement statement, String setting, String wanted, Path file) throws SQLException {
        String actual = text(statement, "PRAGMA " + setting);
        if (!wanted.equals(actual)) {
            throw new CannotStart(
                    "The log %s runs with %s = %s instead of %s, so a commit might not be on disk."
                            .formatted(file, setting, actual, wanted),
                    "Put the data directory on a local disk.");
        }
    }

    /**
     * SQLite opens for reading alone what it could not open for writing, and says so at the first
     * write.
     */
    private static void requireWritable(Statement statement) throws SQLException {
        statement.execute("BEGIN IMMEDIATE");
        statement.execute("PRAGMA user_version = " + FORMAT);
        statement.execute("ROLLBACK");
    }

    private static void requireOurs(Statement statement, Path file) throws SQLException {
        if (number(statement, "PRAGMA application_id") != APPLICATION_ID) {
            throw new CannotStart(file + " is not a log of this software.", "Check MUNIMENT_DATA.");
        }
        long format = number(statement, "PRAGMA user_version");
        if (format > FORMAT) {
            throw newer(file, "its format is " + format + ", this software knows " + FORMAT);
        }
    }

    private static void requireKnownForms(Statement statement, Path file) throws SQLException {
        List<String> unknown = new ArrayList<>();
        try (ResultSet forms = statement.executeQuery("SELECT type, revision FROM event_forms")) {
            while (forms.next()) {
                if (EventForms.of(forms.getString(1), forms.getString(2)).isEmpty()) {
                    unknown.add(forms.getString(1) + " revision " + forms.getString(2));
                }
            }
        }
        if (!unknown.isEmpty()) {
            throw newer(file, "it holds " + String.join(", ", unknown));
        }
    }

    private static CannotStart newer(Path file, String how) {
        return new CannotStart(
                "The log " + file + " was written by a newer version: " + how + ".",
                "Start it with the version that wrote it, or a later one.");
    }

    private static void requireNoGap(Statement statement, Path file) throws SQLException {
        long last = number(statement, "SELECT coalesce(max(position), 0) FROM events");
        long count = number(statement, "SELECT count(*) FROM events");
        if (count != last) {
            throw new CannotStart(
                    "The log %s has a gap: its last position is %d but it holds %d events."
                            .formatted(file, last, count),
                    "This is an incident: events were removed. Keep the file as it is and restore"
                            + " the log from a backup.");
        }
    }

    private static long number(Statement statement, String sql) throws SQLException {
        return Long.parseLong(text(statement, sql));
    }

    private static String text(Statement statement, String sql) throws SQLException {
        try (ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }
}
