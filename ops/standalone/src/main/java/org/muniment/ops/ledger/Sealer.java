package org.muniment.ops.ledger;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.muniment.kernel.ledger.BadEvidence;
import org.muniment.kernel.ledger.StoredEvent;
import org.muniment.ops.log.LogRows;
import org.muniment.ops.log.LogTransactions;
import org.muniment.ops.turn.Leadership;
import org.muniment.query.moment.LogHead;

/**
 * Follows the log and seals it, a few times a second while it grows; where another process does, it
 * takes over what that one sealed. Before it signs anything after a start, the whole log is hashed
 * again and compared with what was sealed; before a turn begins, what was sealed with the tree here
 * and with what is known outside. Later the log is hashed again little by little, for as long as it
 * runs. Where anything differs, writing stops.
 */
final class Sealer {
    private static final int PIECE = 2_048;

    /** Events hashed again between two looks at the log: 100,000 in a few minutes. */
    private static final int RECHECK = 32;

    private static final Duration WHILE_ANOTHER_SEALS = Duration.ofMillis(500);

    private final Ledger ledger;
    private final LogRows log;
    private final LogHead head;
    private final LogTransactions transactions;
    private final Recheck recheck;
    private final OutsideCopy outside;
    private final Witnesses witnesses;
    private final Leadership leadership;
    private final Duration pause;
    private final Rounds rounds = new Rounds("sealer", this::round, this::stop);
    private final Lock lock = new ReentrantLock();
    private final Condition advanced = lock.newCondition();
    private final CountDownLatch checked = new CountDownLatch(1);
    private boolean begun;
    private volatile String fault;

    /** {@code pause} is the time between two looks at the log. */
    Sealer(
            Ledger ledger,
            LogRows log,
            LogHead head,
            LogTransactions transactions,
            OutsideCopy outside,
            Witnesses witnesses,
            Leadership leadership,
            Duration pause) {
        this.ledger = ledger;
        this.log = log;
        this.head = head;
        this.transactions = transactions;
        this.recheck = new Recheck(ledger, log);
        this.outside = outside;
        this.witnesses = witnesses;
        this.leadership = leadership;
        this.pause = pause;
    }

    void start() {
        rounds.start();
    }

    /** Why the log is not the one that was sealed; null while it is. */
    String fault() {
        return fault;
    }

    /** Why nothing could be sealed the last time; null where it could. */
    String trouble() {
        return rounds.trouble();
    }

    private synchronized Duration round() {
        boolean mine = leadership.isMine();
        follow();
        if (!mine) {
            adopt();
        } else if (!begun) {
            begin();
        }
        if (checked.getCount() > 0) {
            if (!recheck.next(ledger.sealedSize(), PIECE)) {
                return Duration.ZERO;
            }
            checked.countDown();
        }
        if (mine) {
            seal();
        }
        recheck.next(ledger.sealedSize(), RECHECK);
        return mine ? pause : WHILE_ANOTHER_SEALS;
    }

    /**
     * From now on this process seals. Returns once the log is known to begin with what was sealed.
     * That does not take the longer the more events there are: other processes wait for it.
     */
    synchronized void takeTurn() {
        try {
            follow();
            ledger.adopt();
            if (head.position() == 0) {
                ledger.begin();
            }
            begin();
        } catch (LedgerFault | BadEvidence found) {
            stop(found);
            throw found;
        }
    }

    private void begin() {
        requireNothingLost();
        outside.compare();
        witnesses.compare();
        if (!begun) {
            outside.start(this::stop);
            witnesses.start(this::stop);
            begun = true;
        }
    }

    private void requireNothingLost() {
        if (ledger.last().isEmpty()) {
            throw new LedgerFault(
                    "it holds %s events, but there is no checkpoint of them"
                            .formatted(head.position()));
        }
        if (head.position() < ledger.sealedSize()) {
            throw new LedgerFault(
                    "it holds %s events, but %s were sealed"
                            .formatted(head.position(), ledger.sealedSize()));
        }
    }

    private void adopt() {
        long before = ledger.sealedSize();
        ledger.adopt();
        if (ledger.sealedSize() > before) {
            signal();
        }
    }

    private void follow() {
        List<StoredEvent> events = log.rowsAfter(ledger.size(), PIECE);
        while (!events.isEmpty() && !rounds.isClosing()) {
            ledger.extend(events);
            events = log.rowsAfter(ledger.size(), PIECE);
        }
    }

    private void seal() {
        long before = ledger.sealedSize();
        try {
            ledger.seal();
        } catch (Overtaken byAnother) {
            ledger.adopt();
            throw byAnother;
        }
        if (ledger.sealedSize() > before) {
            signal();
        }
    }

    /** Nothing more is written: the log is not the one that was sealed. */
    private void stop(RuntimeException found) {
        if (fault == null) {
            fault = found.getMessage();
            transactions.stop("the log is not the one that was sealed: " + fault);
        }
        checked.countDown();
        signal();
    }

    private void signal() {
        lock.lock();
        try {
            advanced.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the log was checked after the start; false where that found a fault. */
    boolean awaitChecked(Duration patience) throws InterruptedException {
        return checked.await(patience.toMillis(), TimeUnit.MILLISECONDS) && fault == null;
    }

    /** Waits until the event at {@code position} is sealed; false where it was not in time. */
    boolean await(long position, Duration patience) {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (ledger.sealedSize() < position && fault == null && left > 0) {
                left = advanced.awaitNanos(left);
            }
            return ledger.sealedSize() >= position;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    void close() {
        rounds.close();
        outside.close();
        witnesses.close();
    }
}
