package org.muniment.ops.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.axonframework.common.transaction.Transaction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What happens when the disk fails under a commit. */
class LogTransactionsTest {
    @Test
    void afterAFailedFlushNothingIsWrittenAnyMore() {
        LogTransactions transactions =
                new LogTransactions(new Failing(SQLiteErrorCode.SQLITE_IOERR_FSYNC), Upstream.NONE);
        Transaction first = transactions.startTransaction();

        assertThatThrownBy(first::commit).isInstanceOf(LogUnavailable.class);
        assertThat(transactions.stopped()).isNotNull();
        assertThatThrownBy(transactions::startTransaction).isInstanceOf(LogUnavailable.class);
    }

    @Test
    void aFullDiskIsToldAndTriedAgainLater() {
        LogTransactions transactions =
                new LogTransactions(new Failing(SQLiteErrorCode.SQLITE_FULL), Upstream.NONE);
        Transaction first = transactions.startTransaction();

        assertThatThrownBy(first::commit).isInstanceOf(LogUnavailable.class);
        assertThat(transactions.stopped()).isNull();
        assertThat(transactions.startTransaction()).isNotNull();
    }

    /** As SQLite does: what could not be written is taken back, and a rollback finds nothing. */
    @Test
    void aFailedFlushIsNotMistakenForTheRollbackThatFailsAfterIt(@TempDir Path directory) {
        try (LogFile file = new LogFile(directory.resolve("muniment.db"))) {
            LogTransactions transactions =
                    LogTransactions.over(
                            new FailingCommits(file.writer(), SQLiteErrorCode.SQLITE_IOERR_FSYNC),
                            Upstream.NONE);
            Transaction first = transactions.startTransaction();

            assertThatThrownBy(first::commit).isInstanceOf(LogUnavailable.class);
            assertThat(transactions.stopped()).isEqualTo("the disk failed");
        }
    }

    @Test
    void afterADiskThatWasFullTheSameConnectionGoesOn(@TempDir Path directory) {
        try (LogFile file = new LogFile(directory.resolve("muniment.db"))) {
            FailingCommits disk = new FailingCommits(file.writer(), SQLiteErrorCode.SQLITE_FULL);
            LogTransactions transactions = LogTransactions.over(disk, Upstream.NONE);
            Transaction first = transactions.startTransaction();
            assertThatThrownBy(first::commit).isInstanceOf(LogUnavailable.class);
            assertThat(transactions.stopped()).isNull();

            disk.mend();
            transactions.startTransaction().commit();
            assertThat(transactions.commits()).isEqualTo(1);
        }
    }

    private static final class FailingCommits extends DelegatingDataSource {
        private final SQLiteErrorCode code;
        private boolean failing = true;

        FailingCommits(DataSource real, SQLiteErrorCode code) {
            super(real);
            this.code = code;
        }

        void mend() {
            failing = false;
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection real = super.getConnection();
            return (Connection)
                    Proxy.newProxyInstance(
                            Connection.class.getClassLoader(),
                            new Class<?>[] {Connection.class},
                            (proxy, method, arguments) -> {
                                if (failing && method.getName().equals("commit")) {
                                    real.rollback();
                                    throw new SQLiteException("failed", code);
                                }
                                try {
                                    return method.invoke(real, arguments);
                                } catch (InvocationTargetException thrown) {
                                    throw thrown.getCause();
                                }
                            });
        }
    }

    private record Failing(SQLiteErrorCode code) implements PlatformTransactionManager {
        @Override
        public TransactionStatus getTransaction(TransactionDefinition definition) {
            return new DefaultTransactionStatus(
                    "log", new Object(), true, true, false, false, false, null);
        }

        @Override
        public void commit(TransactionStatus status) {
            throw new TransactionSystemException(
                    "commit failed", new SQLiteException("failed", code));
        }

        @Override
        public void rollback(TransactionStatus status) {}
    }
}
