package org.muniment.ops.recording;

import io.micrometer.core.instrument.Counter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.BiConsumer;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes that are put on record together. A crash can lose those that wait; nothing else ever waits
 * for them.
 */
public final class Batches<T> {
    private static final Logger LOG = LoggerFactory.getLogger(Batches.class);
    private static final int MOST_WAITING = 10_000;
    private static final int MOST_TOGETHER = 500;

    private final BlockingQueue<T> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final String name;
    private final Counter lost;
    private final BiConsumer<String, List<T>> sender;
    private Batch<T> unsent;

    private record Batch<T>(String id, List<T> notes) {}

    /**
     * @param name of what is noted, in the plural: their ids begin with it
     * @param lost counts what there was no room for
     * @param sender puts notes on record as the batch of that id, and returns once they are
     */
    public Batches(String name, Counter lost, BiConsumer<String, List<T>> sender) {
        this.name = name;
        this.lost = lost;
        this.sender = sender;
    }

    public void note(T note) {
        if (!waiting.offer(note)) {
            lost.increment();
        }
    }

    /** What could not be recorded is tried again first, under the same id. */
    public synchronized void record() {
        while (unsent != null || !waiting.isEmpty()) {
            if (unsent == null) {
                List<T> together = new ArrayList<>();
                waiting.drainTo(together, MOST_TOGETHER);
                unsent = new Batch<>(name + "-" + UUID.randomUUID(), together);
            }
            try {
                sender.accept(unsent.id, unsent.notes);
                unsent = null;
            } catch (AggregateStreamCreationException alreadyOnRecord) {
                unsent = null;
            } catch (RuntimeException failed) {
                LOG.warn("Not on record yet, {}: {}", name, failed.getMessage());
                return;
            }
        }
    }
}
