package org.muniment.command.dispatch;

import java.util.function.Predicate;
import java.util.function.Supplier;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.springframework.stereotype.Component;

/**
 * Many commands in one transaction: all are kept, or none. Each still decides for itself, in a unit
 * of work of its own, and sees what those before it have appended.
 */
@Component
public class Together {
    private final TransactionManager transactions;

    Together(TransactionManager transactions) {
        this.transactions = transactions;
    }

    /**
     * Does the work, and keeps what it appended where {@code keep} says so of its result. Where
     * another process was first, the work is done again.
     */
    public <T> T run(Supplier<T> work, Predicate<T> keep) {
        return FirstInTurn.of(() -> runOnce(work, keep));
    }

    private <T> T runOnce(Supplier<T> work, Predicate<T> keep) {
        Transaction whole = transactions.startTransaction();
        boolean kept = false;
        try {
            T result = undecided(work);
            kept = keep.test(result);
            if (kept) {
                whole.commit();
            }
            return result;
        } finally {
            if (!kept) {
                whole.rollback();
            }
        }
    }

    /** What was remembered meanwhile is forgotten while nobody else can have seen it. */
    private static <T> T undecided(Supplier<T> work) {
        RecentAggregates.Undecided undecided = RecentAggregates.undecided();
        try {
            return work.get();
        } finally {
            undecided.forget();
        }
    }
}
