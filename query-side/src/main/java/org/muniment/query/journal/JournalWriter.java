package org.muniment.query.journal;

import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.plan.PlanRecord;
import org.muniment.query.journal.LaneHeads.Head;
import org.muniment.query.picture.LoggedEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the log's events in order, in batches, and writes the lanes this process holds. The last
 * thing written is the position reached, so a batch cut short is simply taken again. One caller at
 * a time.
 */
public final class JournalWriter {
    /** So few events are written sooner by one thread than they are handed to several. */
    private static final int WORTH_SHARING = 64;

    private static final Logger LOG = LoggerFactory.getLogger(JournalWriter.class);

    private final MongoDatabase database;
    private final Timeline timeline;
    private final LaneHeads heads;
    private final List<RecordKeeper> keepers;
    private final LogScan log;
    private final Set<Long> leftOut = ConcurrentHashMap.newKeySet();
    private final Map<Integer, Lane> lanes = new TreeMap<>();
    private volatile Set<Integer> held = Set.of();

    /** Holds all lanes until it is told otherwise. */
    public JournalWriter(
            MongoDatabase database,
            Timeline timeline,
            LaneHeads heads,
            List<RecordKeeper> keepers,
            LogScan log) {
        this.database = database;
        this.timeline = timeline;
        this.heads = heads;
        this.keepers = List.copyOf(keepers);
        this.log = log;
        hold(Set.copyOf(heads.all()));
    }

    /** An event as it comes from the log, and its payload and metadata as JSON. */
    public record Recorded(
            long position, Instant recordedAt, Object event, String payload, String metadata) {
        /** The plan it belongs to, where it belongs to one. */
        public Optional<PlanId> plan() {
            if (event instanceof PlanRecord record) {
                return Optional.of(record.plan());
            }
            return event instanceof Unreadable unreadable ? unreadable.plan() : Optional.empty();
        }

        /**
         * @throws CannotBeRead where it cannot
         */
        public LoggedEvent logged() {
            if (event instanceof Unreadable unreadable) {
                throw new CannotBeRead(unreadable);
            }
            return new LoggedEvent(position, recordedAt, (PlanRecord) event);
        }
    }

    /** From now on these lanes are written here, and no others. */
    public void hold(Set<Integer> numbers) {
        if (numbers.equals(held)) {
            return;
        }
        held = Set.copyOf(numbers);
        lanes.keySet().retainAll(held);
        Set<Integer> others = new HashSet<>(heads.all());
        others.removeAll(held);
        heads.elsewhere(others);
    }

    public Set<Integer> held() {
        return held;
    }

    /** The position after which a lane held here has something to take. */
    public long reached() {
        return held.stream().mapToLong(lane -> heads.head(lane).position()).min().orElse(0);
    }

    /**
     * Events already known are passed over.
     *
     * @throws IllegalStateException where a position is missing: the log has no gaps, so this is an
     *     incident, and nothing after it is taken
     */
    public void write(List<Recorded> batch) {
        if (batch.isEmpty() || held.isEmpty()) {
            return;
        }
        Recorded last = batch.get(batch.size() - 1);
        List<Integer> behind =
                held.stream().filter(lane -> at(lane) < last.position()).sorted().toList();
        if (behind.isEmpty()) {
            return;
        }
        behind.forEach(lane -> requireNoGap(at(lane), batch));
        heads.taking();
        try {
            behind.forEach(lane -> lanes.computeIfAbsent(lane, this::open));
            share(behind, batch).forEach(lane -> lanes.get(lane).take(fresh(lane, batch)));
            if (!heads.advance(Set.copyOf(behind), new Head(last.position(), last.recordedAt()))) {
                look();
            }
        } catch (RuntimeException failed) {
            forget();
            throw failed;
        }
    }

    private long at(int lane) {
        return heads.head(lane).position();
    }

    private static Stream<Integer> share(List<Integer> lanes, List<Recorded> batch) {
        return batch.size() < WORTH_SHARING ? lanes.stream() : lanes.parallelStream();
    }

    /**
     * Notices that somebody else wrote a lane held here, that the store was emptied, or that an
     * older state of it was put back: what is remembered of it would no longer be its beginning.
     */
    public void look() {
        if (heads.look()) {
            LOG.warn("The read store was changed by somebody else; it is read anew");
            forget();
        }
    }

    /** What is remembered of the store is read anew. */
    public void forget() {
        lanes.clear();
    }

    private List<Recorded> fresh(int lane, List<Recorded> batch) {
        long known = at(lane);
        return batch.get(0).position() > known
                ? batch
                : batch.stream().filter(event -> event.position() > known).toList();
    }

    private Lane open(int number) {
        if (lanes.isEmpty()) {
            leftOut.addAll(log.evicted());
        }
        return number == 0
                ? new CommonLane(database, log, timeline, keepers, leftOut)
                : new PlanLane(
                        database, log, plan -> heads.laneOf(plan.value()) == number, leftOut);
    }

    private static void requireNoGap(long known, List<Recorded> batch) {
        long expected = known + 1;
        for (Recorded recorded : batch) {
            if (recorded.position() <= known) {
                continue;
            }
            if (recorded.position() != expected) {
                throw new IllegalStateException(
                        "the log has a gap: expected position %d, found %d"
                                .formatted(expected, recorded.position()));
            }
            expected++;
        }
    }
}
