package org.muniment.verifier;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.muniment.kernel.ledger.Hash;
import org.muniment.kernel.ledger.StoredEvent;

/** Writes what the product keeps on disk. */
final class TestTables {
    static final String INSERT = "INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private TestTables() {}

    static void write(Path file, List<StoredEvent> events) {
        try (Connection connection = create(file)) {
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                for (StoredEvent event : events) {
                    fill(insert, event);
                    insert.executeUpdate();
                }
            }
            connection.commit();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** An empty log, in use until the connection is closed. */
    static Connection create(Path file) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = wal");
            for (String definition : TableCheck.DEFINITIONS) {
                statement.execute(definition);
            }
            statement.execute("PRAGMA application_id = " + 0x4D4E4D54);
            statement.execute("PRAGMA user_version = 1");
        }
        return connection;
    }

    static void fill(PreparedStatement insert, StoredEvent event) throws SQLException {
        insert.setLong(1, event.position());
        insert.setString(2, event.eventId());
        insert.setString(3, event.stream());
        insert.setLong(4, event.sequence());
        insert.setString(5, event.noun());
        insert.setString(6, event.recordedAt());
        insert.setString(7, event.type());
        insert.setString(8, event.revision());
        insert.setString(9, event.payload());
        insert.setString(10, event.metadata());
    }

    /**
     * Does what the triggers are there to prevent, as somebody with the file in their hands can.
     */
    static void tamper(Path file, String... statements) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TRIGGER no_update");
            statement.execute("DROP TRIGGER no_delete");
            for (String each : statements) {
                statement.execute(each);
            }
            for (String definition : TableCheck.DEFINITIONS) {
                if (definition.contains("no_update") || definition.contains("no_delete")) {
                    statement.execute(definition);
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    static void writeHashes(Path file, List<Hash> hashes) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(hashes.size() * Hash.LENGTH);
        hashes.forEach(hash -> bytes.put(hash.bytes()));
        Files.write(file, bytes.array());
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
