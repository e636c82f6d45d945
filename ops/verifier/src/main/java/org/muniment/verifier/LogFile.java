package org.muniment.verifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The log's SQLite file, only read, in one transaction: a single moment of it, even while it is
 * being written.
 *
 * <p>SQLite shares a write-ahead log among processes by two files beside the database, and would
 * make them even to read. So a log that nobody has open, which has neither, is opened as a file
 * that does not change, and at the end it must not have changed. Where both are there, they are
 * used as they are. A write-ahead log alone is read in a copy.
 */
final class LogFile implements AutoCloseable {
    private static final String UNCHANGING = "&immutable=1";

    private final Path file;
    private final Path copy;
    private final FileTime modified;
    private final Connection connection;

    private LogFile(Path file, Path copy, FileTime modified, Connection connection) {
        this.file = file;
        this.copy = copy;
        this.modified = modified;
        this.connection = connection;
    }

    static LogFile open(Path file) throws IOException, SQLException {
        FileTime modified = Files.getLastModifiedTime(file);
        if (!isOpen(file)) {
            return new LogFile(file, null, modified, connect(file, UNCHANGING));
        }
        if (Files.exists(beside(file, "-shm"))) {
            return new LogFile(file, null, null, connect(file, ""));
        }
        Path directory = Files.createTempDirectory("muniment-verifier");
        Path copy = directory.resolve(file.getFileName());
        Files.copy(file, copy);
        Files.copy(beside(file, "-wal"), beside(copy, "-wal"));
        return new LogFile(file, directory, null, connect(copy, ""));
    }

    private static boolean isOpen(Path file) throws IOException {
        return Files.exists(beside(file, "-wal"));
    }

    private static Path beside(Path file, String end) {
        return file.resolveSibling(file.getFileName() + end);
    }

    private static Connection connect(Path file, String how) throws SQLException {
        String address = file.toAbsolutePath().toUri().getRawPath();
        Connection connection =
                DriverManager.getConnection("jdbc:sqlite:file:" + address + "?mode=ro" + how);
        connection.setAutoCommit(false);
        return connection;
    }

    Connection connection() {
        return connection;
    }

    /** The first column of what a question gives, as text. */
    List<String> ask(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> answers = new java.util.ArrayList<>();
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
            return answers;
        }
    }

    /** The log as it is at one moment, whole in one file; nothing may have been read before. */
    void copyTo(Path target) throws SQLException {
        connection.setAutoCommit(true);
        try (PreparedStatement copy = connection.prepareStatement("VACUUM INTO ?")) {
            copy.setString(1, target.toString());
            copy.execute();
        } finally {
            connection.setAutoCommit(false);
        }
    }

    LogRows rows() throws SQLException {
        return new LogRows(connection);
    }

    /**
     * @throws IOException where the log was opened by another process meanwhile, so that what was
     *     read may be no single moment of it
     */
    @Override
    public void close() throws IOException, SQLException {
        connection.close();
        if (copy != null) {
            deleteCopy();
        }
        if (modified != null
                && (isOpen(file) || !modified.equals(Files.getLastModifiedTime(file)))) {
            throw new IOException("the log was started while it was read; check it again");
        }
    }

    private void deleteCopy() throws IOException {
        try (var files = Files.list(copy)) {
            for (Path each : files.toList()) {
                Files.delete(each);
            }
        }
        Files.delete(copy);
    }
}
