package org.muniment.ops.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.axonframework.common.transaction.Transaction;
import org.junit.jupiter.api.Test;
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
