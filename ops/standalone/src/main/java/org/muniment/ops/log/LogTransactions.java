package org.muniment.ops.log;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Axon's transactions on the writing connection. After a failed write to the disk the page cache
 * cannot be trusted, so nothing more is written until the process is started again.
 */
public final class LogTransactions implements TransactionManager {
    private static final Logger LOG = LoggerFactory.getLogger(LogTransactions.class);
    private static final int PRIMARY_CODE = 0xFF;

    private final PlatformTransactionManager manager;
    private final Upstream upstream;
    private final AtomicLong commits = new AtomicLong();
    private final AtomicLong arrivals = new AtomicLong();
    private volatile String stopped;
    private final List<Runnable> afterCommit = new CopyOnWriteArrayList<>();
    private volatile ObservationRegistry observations = ObservationRegistry.NOOP;

    /** A transaction whose commit failed is rolled back, so that it cannot be committed later. */
    static LogTransactions over(DataSource writer, Upstream upstream) {
        JdbcTransactionManager manager = new LogTransactionManager(writer);
        manager.setRollbackOnCommitFailure(true);
        return new LogTransactions(manager, upstream);
    }

    LogTransactions(PlatformTransactionManager manager, Upstream upstream) {
        this.manager = manager;
        this.upstream = upstream;
    }

    /** What to do once something is on disk: a command's own news come too early within others. */
    public void afterCommit(Runnable then) {
        afterCommit.add(then);
    }

    /** Where it is told how long it takes until something is on disk. */
    void observedIn(ObservationRegistry registry) {
        observations = registry;
    }

    /** How many transactions were committed since the start. */
    long commits() {
        return commits.get();
    }

    /** How many transactions took in what other processes had appended. */
    long arrivals() {
        return arrivals.get();
    }

    /** Nothing more is written until a restart; {@code why} is told to whoever tries. */
    public void stop(String why) {
        stopped = why;
        LOG.error("The log is closed for writing: {}", why);
    }

    /** Why nothing is written any more; null while all is well. */
    String stopped() {
        return stopped;
    }

    @Override
    public Transaction startTransaction() {
        if (stopped != null) {
            throw new LogUnavailable("the log is closed for writing: " + stopped);
        }
        TransactionStatus status = begin();
        return new Transaction() {
            @Override
            public void commit() {
                try {
                    if (status.isNewTransaction()) {
                        Observation.createNotStarted("muniment.append", observations)
                                .contextualName("append")
                                .observe(() -> append(status));
                    } else {
                        keep(status);
                    }
                } catch (RuntimeException failed) {
                    rollback();
                    throw unavailable(failed);
                }
            }

            @Override
            public void rollback() {
                if (!status.isCompleted()) {
                    manager.rollback(status);
                }
            }
        };
    }

    private void append(TransactionStatus status) {
        upstream.give();
        keep(status);
    }

    private void keep(TransactionStatus status) {
        manager.commit(status);
        if (status.isNewTransaction()) {
            commits.incrementAndGet();
            afterCommit.forEach(Runnable::run);
        }
    }

    /** Takes in what others have appended, also while nothing may be written. */
    public void takeIn() {
        manager.rollback(begin());
    }

    /** A transaction that knows everything others had appended when it began. */
    private TransactionStatus begin() {
        TransactionStatus status = beginHere();
        try {
            while (status.isNewTransaction() && upstream.takeIn()) {
                keep(status);
                arrivals.incrementAndGet();
                status = beginHere();
            }
            return status;
        } catch (RuntimeException failed) {
            if (!status.isCompleted()) {
                manager.rollback(status);
            }
            throw unavailable(failed);
        }
    }

    private TransactionStatus beginHere() {
        try {
            return manager.getTransaction(new DefaultTransactionDefinition());
        } catch (TransactionException busy) {
            throw new LogUnavailable("too many commands are waiting", busy);
        }
    }

    private RuntimeException unavailable(RuntimeException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException sqlite) {
                stopIfDiskFailed(sqlite);
                return new LogUnavailable("the log could not be written", failed);
            }
        }
        return failed;
    }

    private void stopIfDiskFailed(SQLException failure) {
        int primary = failure.getErrorCode() & PRIMARY_CODE;
        if (primary == SQLiteErrorCode.SQLITE_IOERR.code
                || primary == SQLiteErrorCode.SQLITE_CORRUPT.code) {
            stopped = "the disk failed";
            LOG.error("The disk failed under the log; writing stops until a restart", failure);
        }
    }
}
