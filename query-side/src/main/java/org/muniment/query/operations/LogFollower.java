package org.muniment.query.operations;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.muniment.query.journal.JournalWriter;
import org.muniment.query.journal.JournalWriter.Recorded;
import org.muniment.query.journal.LaneClaims;
import org.muniment.query.journal.LogScan;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the log into one set of read models, in one thread: large pieces while there is much to
 * take, a single change at once. What fails is tried again until it succeeds.
 */
final class LogFollower {
    private static final Logger LOG = LoggerFactory.getLogger(LogFollower.class);

    static final int PIECE = 4_096;

    /** A third of the time after which claims lapse, or less. */
    private static final Duration BETWEEN_CLAIMS = Duration.ofSeconds(1);

    private static final Duration AFTER_FAILURE = Duration.ofMillis(500);
    private static final Duration REST_PER_EVENT = Duration.ofMillis(4);
    private static final Duration LONGEST_REST = Duration.ofMillis(250);

    /** From here on the next piece has gathered already. */
    private static final int MANY = 512;

    private final String name;
    private final LogScan log;
    private final JournalWriter writer;
    private final LaneClaims claims;
    private final LongSupplier until;
    private final Semaphore arrivals = new Semaphore(0);
    private final CountDownLatch first = new CountDownLatch(1);
    private CompletableFuture<List<Recorded>> next;
    private long claimed;
    private volatile Thread thread;
    private volatile String trouble;

    /** {@code until} is the last position that is taken for the present. */
    LogFollower(
            String name, LogScan log, JournalWriter writer, LaneClaims claims, LongSupplier until) {
        this.name = name;
        this.log = log;
        this.writer = writer;
        this.claims = claims;
        this.until = until;
    }

    void arrived() {
        if (arrivals.availablePermits() == 0) {
            arrivals.release();
        }
    }

    /** Why nothing could be taken the last time; null while all is well. */
    String trouble() {
        return trouble;
    }

    boolean isRunning() {
        return thread != null;
    }

    synchronized void start() {
        if (thread == null) {
            thread = new Thread(this::follow, name);
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Returns when everything in the log has been taken, or something failed. */
    void awaitFirst() {
        try {
            first.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    synchronized void stop() {
        Thread running = thread;
        thread = null;
        first.countDown();
        if (running == null) {
            return;
        }
        arrived();
        LockSupport.unpark(running);
        try {
            running.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow() {
        while (isRunning()) {
            try {
                claim();
                boolean took = take();
                trouble = null;
                if (!took) {
                    first.countDown();
                    awaitArrival();
                }
            } catch (RuntimeException failed) {
                tell(failed);
                next = null;
                writer.forget();
                claimed = 0;
                first.countDown();
                rest(AFTER_FAILURE);
            }
        }
        release();
    }

    private void tell(RuntimeException failed) {
        if (trouble == null) {
            LOG.error("The read side ({}) cannot go on and tries again", name, failed);
        }
        trouble = failed.getClass().getSimpleName() + ": " + failed.getMessage();
    }

    /** Also notices when the store was emptied or an older state of it was put back. */
    private void claim() {
        if (claimed != 0 && System.nanoTime() - claimed < BETWEEN_CLAIMS.toNanos()) {
            return;
        }
        writer.look();
        writer.hold(claims.renew());
        claimed = System.nanoTime();
    }

    private void release() {
        try {
            claims.release();
        } catch (RuntimeException gone) {
            LOG.info("The lanes of {} are left to lapse", name, gone);
        }
    }

    private boolean take() {
        if (writer.held().isEmpty()) {
            return false;
        }
        List<Recorded> piece = piece(writer.reached());
        if (piece.isEmpty()) {
            return false;
        }
        long last = piece.get(piece.size() - 1).position();
        next = piece.size() == PIECE ? CompletableFuture.supplyAsync(() -> after(last)) : null;
        writer.write(piece);
        restAfter(piece.size());
        return true;
    }

    /** While one piece is being written the next is read. */
    private List<Recorded> piece(long reached) {
        List<Recorded> read = next == null ? List.of() : next.join();
        next = null;
        return read.isEmpty() || read.get(0).position() != reached + 1 ? after(reached) : read;
    }

    private List<Recorded> after(long position) {
        long room = until.getAsLong() - position;
        return room <= 0 ? List.of() : log.after(position, (int) Math.min(PIECE, room));
    }

    private void awaitArrival() {
        try {
            arrivals.tryAcquire(BETWEEN_CLAIMS.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * A single change is taken at once. Under load the next batch gathers meanwhile: one writing of
     * many events costs little more than one of one, and the processors are wanted for commands.
     */
    private void restAfter(int taken) {
        if (taken < MANY) {
            Duration rest = REST_PER_EVENT.multipliedBy(taken);
            rest(rest.compareTo(LONGEST_REST) < 0 ? rest : LONGEST_REST);
        }
    }

    private void rest(Duration duration) {
        if (isRunning()) {
            LockSupport.parkNanos(duration.toNanos());
        }
    }
}
