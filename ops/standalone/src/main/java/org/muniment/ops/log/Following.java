package org.muniment.ops.log;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at a shared log again and again, so that what came without a command from here is taken in,
 * and that its absence shows before somebody needs it.
 */
final class Following implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Following.class);

    private final LogTransactions transactions;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    task -> {
                        Thread thread = new Thread(task, "shared-log");
                        thread.setDaemon(true);
                        return thread;
                    });
    private volatile String trouble;

    Following(LogTransactions transactions) {
        this.transactions = transactions;
    }

    void start(Duration pause) {
        thread.scheduleWithFixedDelay(this::look, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Why the shared log could not be followed the last time; null where it could. */
    String trouble() {
        return trouble;
    }

    private void look() {
        try {
            transactions.takeIn();
            trouble = null;
        } catch (RuntimeException failed) {
            if (trouble == null) {
                LOG.error("The shared log cannot be followed", failed);
            }
            trouble = failed.getMessage();
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
