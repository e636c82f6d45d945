package org.muniment.ops.log;

import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.sqlite.SQLiteException;

/**
 * SQLite itself takes back what it could not write, and has nothing to roll back afterwards. That
 * it says so must not take the place of why it could not: whether the disk is full, or failed.
 */
final class LogTransactionManager extends JdbcTransactionManager {
    private static final String TAKEN_BACK = "no transaction is active";

    LogTransactionManager(DataSource writer) {
        super(writer);
    }

    @Override
    protected void doRollback(DefaultTransactionStatus status) {
        try {
            super.doRollback(status);
        } catch (RuntimeException failed) {
            if (!isTakenBack(failed)) {
                throw failed;
            }
        }
    }

    private static boolean isTakenBack(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException && cause.getMessage().contains(TAKEN_BACK)) {
                return true;
            }
        }
        return false;
    }
}
