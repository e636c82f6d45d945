package org.muniment.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;

/** What the disk and SQLite can do at best, with the settings of the log. */
final class Floor {
    private static final int COMMITS = 5_000;
    private static final int PAYLOAD = 700;
    private static final double NANOS = 1e9;

    private Floor() {}

    static double commitsPerSecond(Path directory) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        try (Connection connection =
                config.createConnection("jdbc:sqlite:" + directory.resolve("floor.db"))) {
            connection
                    .createStatement()
                    .execute("CREATE TABLE events (position INTEGER PRIMARY KEY, payload TEXT)");
            connection.setAutoCommit(false);
            insert(connection, COMMITS / 5);
            long start = System.nanoTime();
            insert(connection, COMMITS);
            return COMMITS * NANOS / (System.nanoTime() - start);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void insert(Connection connection, int count) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO events (payload) VALUES (?)")) {
            for (int i = 0; i < count; i++) {
                insert.setString(1, "x".repeat(PAYLOAD));
                insert.executeUpdate();
                connection.commit();
            }
        }
    }
}
