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
import org.muniment.query.moment.LogHead;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the log and seals it, a few times a second while it grows. At start the whole log is
 * hashed again and compared with what was sealed, and then again, little by little, for as long as
 * it runs; every minute the tree is compared with the checkpoint kept outside. Where anything
 * differs, writing stops.
 */
final class Sealer {
    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);
    private static final int PIECE = 512;
    private static final long COMPARE_NANOS = Duration.ofMinutes(1).toNanos();

    /** Events hashed again between two looks at the log: 100,000 in a few minutes. */
    private static final int RECHECK = 32;

    private final Ledger ledger;
    private final LogRows log;
    private final LogHead head;
    private final LogTransactions transactions;
    private final Recheck recheck;
    private final OutsideCopy outside;
    private final Duration pause;
    private final Thread thread = new Thread(this::run, "sealer");
    private final Lock lock = new ReentrantLock();
    private final Condition advanced = lock.newCondition();

    /** Not an interrupt, which would close the files that the thread is using. */
    private final CountDownLatch closing = new CountDownLatch(1);

    private volatile String fault;
    private long compared;

    /** {@code pause} is the time between two looks at the log. */
    Sealer(
            Ledger ledger,
            LogRows log,
            LogHead head,
            LogTransactions transactions,
            OutsideCopy outside,
            Duration pause) {
        this.ledger = ledger;
        this.log = log;
        this.head = head;
        this.transactions = transactions;
        this.recheck = new Recheck(ledger, log);
        this.outside = outside;
        this.pause = pause;
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Why the log is not the one that was sealed; null while it is. */
    String fault() {
        return fault;
    }

    private void run() {
        try {
            recheckAll();
            compared = System.nanoTime() - COMPARE_NANOS;
            while (fault == null && closing.getCount() > 0) {
                step();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (LedgerFault | BadEvidence found) {
            stop(found);
        } catch (RuntimeException failed) {
            fault = "the sealer failed: " + failed.getMessage();
            LOG.error("The sealer failed", failed);
            transactions.stop(fault);
        }
    }

    /** Nothing more is written: the log is not the one that was sealed. */
    void stop(RuntimeException found) {
        fault = found.getMessage();
        transactions.stop("the log is not the one that was sealed: " + fault);
    }

    private void step() throws InterruptedException {
        List<StoredEvent> rows = log.rowsAfter(ledger.size(), PIECE);
        if (!rows.isEmpty()) {
            ledger.extend(rows);
        }
        if (rows.size() < PIECE) {
            seal();
            compareOutside();
            recheck.next(ledger.sealedSize(), RECHECK);
            closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void seal() {
        long before = ledger.sealedSize();
        ledger.seal();
        if (ledger.sealedSize() == before) {
            return;
        }
        lock.lock();
        try {
            advanced.signalAll();
        } finally {
            lock.unlock();
        }
        outside.replace();
    }

    private void recheckAll() {
        if (head.position() < ledger.sealedSize()) {
            throw new LedgerFault(
                    "it holds %s events, but %s were sealed"
                            .formatted(head.position(), ledger.sealedSize()));
        }
        long known = Math.min(ledger.size(), ledger.sealedSize());
        while (closing.getCount() > 0 && !recheck.next(known, PIECE)) {
            // the next piece
        }
    }

    private void compareOutside() {
        if (System.nanoTime() - compared >= COMPARE_NANOS) {
            compared = System.nanoTime();
            outside.compare();
        }
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

    void close() throws InterruptedException {
        closing.countDown();
        thread.join();
    }
}
