package org.muniment.ops.log;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * The SQLite file and its connections: one that writes, a few that only read. A commit is on disk
 * before it returns (write-ahead log, flushed at every commit), and both settings are read back,
 * because SQLite ignores what it cannot do.
 */
final class LogFile implements AutoCloseable {
    private static final int BUSY_MILLIS = 5_000;
    private static final int READERS = 4;
    private static final long QUEUE_MILLIS = 30_000;

    private final HikariDataSource writer;
    private final HikariDataSource readers;

    /**
     * @throws CannotStart where the file cannot be opened, or is none that may be written to
     */
    LogFile(Path file) {
        writer = pool("writer", file, settings(), 1);
        try {
            LogSchema.open(writer, file);
            SQLiteConfig reading = settings();
            reading.setReadOnly(true);
            reading.setTransactionMode(SQLiteConfig.TransactionMode.DEFERRED);
            readers = pool("readers", file, reading, READERS);
        } catch (CannotStart refused) {
            writer.close();
            throw refused;
        }
    }

    private static SQLiteConfig settings() {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setBusyTimeout(BUSY_MILLIS);
        config.enforceForeignKeys(true);
        return config;
    }

    private static HikariDataSource pool(String name, Path file, SQLiteConfig config, int size) {
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        HikariConfig pool = new HikariConfig();
        pool.setDataSource(source);
        pool.setMaximumPoolSize(size);
        pool.setReadOnly(name.equals("readers"));
        pool.setConnectionTimeout(QUEUE_MILLIS);
        pool.setPoolName("log-" + name);
        try {
            return new HikariDataSource(pool);
        } catch (PoolInitializationException unopened) {
            throw LogSchema.unopened(file, unopened);
        }
    }

    DataSource writer() {
        return writer;
    }

    DataSource readers() {
        return readers;
    }

    @Override
    public void close() {
        readers.close();
        writer.close();
    }
}
