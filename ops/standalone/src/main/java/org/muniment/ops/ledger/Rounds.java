package org.muniment.ops.ledger;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.muniment.kernel.ledger.BadEvidence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does something again and again beside everything else. What fails, as a disk or a network does,
 * is tried again; a fault of the ledger ends it and is told.
 */
final class Rounds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(1);

    /** A shutdown does not wait for a place that is slow to answer. */
    private static final long CLOSE_MILLIS = 2_000;

    private final String name;
    private final Round round;
    private final Consumer<RuntimeException> alarm;
    private final Thread thread;

    /** Not an interrupt, which would close the files that the thread is using. */
    private final CountDownLatch closing = new CountDownLatch(1);

    private volatile String trouble;

    @FunctionalInterface
    interface Round {
        /** Returns how long to wait until the next. */
        Duration run();
    }

    /** {@code alarm} is told of a fault of the ledger. */
    Rounds(String name, Round round, Consumer<RuntimeException> alarm) {
        this.name = name;
        this.round = round;
        this.alarm = alarm;
        this.thread = new Thread(this::run, name);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Why the last round failed; null where it did not. */
    String trouble() {
        return trouble;
    }

    private void run() {
        try {
            while (closing.getCount() > 0) {
                closing.await(once().toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (LedgerFault | BadEvidence fault) {
            alarm.accept(fault);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration once() {
        try {
            Duration pause = round.run();
            trouble = null;
            return pause;
        } catch (LedgerFault | BadEvidence fault) {
            throw fault;
        } catch (RuntimeException failed) {
            if (trouble == null) {
                LOG.error("The {} failed and tries again", name, failed);
            }
            trouble = failed.getMessage();
            return AFTER_TROUBLE;
        }
    }

    boolean isClosing() {
        return closing.getCount() == 0;
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(CLOSE_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
