package org.muniment.ops.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.muniment.kernel.ledger.BadEvidence;
import org.muniment.kernel.ledger.Frontier;
import org.muniment.kernel.ledger.StoredEvent;
import org.muniment.ops.ledger.Ledger.Sealed;
import org.muniment.ops.log.LogRows;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes through the whole log in the background, one run at a time: hashes every stored event anew,
 * builds the tree from nothing but those hashes, and compares its root with the signed checkpoint.
 * Nothing the ledger keeps on disk is believed.
 */
public final class Verification implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Verification.class);
    private static final int PIECE = 512;
    private static final Result NEVER = new Result(State.NEVER, 0, 0, null, null, null, null);

    private final Ledger ledger;
    private final LogRows log;
    private final Clock clock;
    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(
                    task -> {
                        Thread thread = new Thread(task, "verification");
                        thread.setDaemon(true);
                        return thread;
                    });
    private volatile boolean closing;
    private volatile Result result = NEVER;

    Verification(Ledger ledger, LogRows log, Clock clock) {
        this.ledger = ledger;
        this.log = log;
        this.clock = clock;
    }

    public enum State {
        NEVER,
        RUNNING,
        PASSED,
        FAILED
    }

    /**
     * Of the last run, or of the one under way.
     *
     * @param checked events so far, of {@code size}
     * @param root the one worked out, equal to the checkpoint's; absent unless it passed
     * @param finishedAt absent until it has
     * @param fault absent unless it failed
     */
    public record Result(
            State state,
            long checked,
            long size,
            Instant startedAt,
            Instant finishedAt,
            String root,
            String fault) {
        public boolean running() {
            return state == State.RUNNING;
        }

        public long percent() {
            return size == 0 ? 0 : checked * 100 / size;
        }
    }

    public Result result() {
        return result;
    }

    /** Where a run is under way already, it is that one. */
    public synchronized Result start() {
        if (result.running()) {
            return result;
        }
        Sealed under = ledger.last().orElse(null);
        long size = under == null ? 0 : under.checkpoint().size();
        Result begun = new Result(State.RUNNING, 0, size, clock.instant(), null, null, null);
        result = begun;
        worker.execute(() -> run(under));
        return begun;
    }

    private void run(Sealed under) {
        try {
            if (under == null) {
                throw new BadEvidence("there is no checkpoint");
            }
            under.note().verify(ledger.keys().all());
            String root = rootOf(under.checkpoint().size());
            if (!root.equals(under.checkpoint().root().toString())) {
                throw new BadEvidence("the events do not give the root that was signed");
            }
            finish(State.PASSED, under.checkpoint().size(), root, null);
        } catch (BadEvidence wrong) {
            finish(State.FAILED, result.checked, null, wrong.getMessage());
        } catch (RuntimeException failed) {
            LOG.error("The log could not be verified", failed);
            finish(State.FAILED, result.checked, null, "the log cannot be read");
        }
    }

    private String rootOf(long size) {
        Frontier tree = new Frontier();
        while (tree.size() < size && !closing) {
            int wanted = (int) Math.min(PIECE, size - tree.size());
            List<StoredEvent> events = log.rowsAfter(tree.size(), wanted);
            for (StoredEvent event : events) {
                if (event.position() != tree.size() + 1) {
                    throw new BadEvidence("event %s is missing".formatted(tree.size() + 1));
                }
                tree.add(ledger.leaf(event));
            }
            if (events.isEmpty()) {
                throw new BadEvidence("event %s is missing".formatted(tree.size() + 1));
            }
            Result now = result;
            result = new Result(State.RUNNING, tree.size(), size, now.startedAt, null, null, null);
        }
        return tree.root().toString();
    }

    private void finish(State state, long checked, String root, String fault) {
        Result now = result;
        result = new Result(state, checked, now.size, now.startedAt, clock.instant(), root, fault);
    }

    @Override
    public void close() {
        closing = true;
        worker.shutdownNow();
    }
}
