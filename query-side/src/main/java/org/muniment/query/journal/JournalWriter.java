package org.muniment.query.journal;

import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.muniment.kernel.plan.PlanRecord;
import org.muniment.query.journal.ReadPosition.Head;

/**
 * Takes the log's events in order, in batches, and keeps the journal. The last thing written is the
 * position reached, so a batch cut short is simply taken again. One caller at a time.
 */
public final class JournalWriter {
    private final Timeline timeline;
    private final ReadPosition readPosition;
    private final List<RecordKeeper> keepers;
    private final MongoDatabase database;
    private final Map<String, PlanShelf> shelves = new HashMap<>();

    public JournalWriter(
            MongoDatabase database,
            Timeline timeline,
            ReadPosition readPosition,
            List<RecordKeeper> keepers) {
        this.database = database;
        this.timeline = timeline;
        this.readPosition = readPosition;
        this.keepers = List.copyOf(keepers);
    }

    /** An event as it comes from the log, and its payload and metadata as JSON. */
    public record Recorded(
            long position, Instant recordedAt, Object event, String payload, String metadata) {}

    /**
     * Events already known are passed over.
     *
     * @throws IllegalStateException where a position is missing: the log has no gaps, so this is an
     *     incident, and nothing after it is taken
     */
    public void write(List<Recorded> batch) {
        Head head = readPosition.head();
        List<Recorded> fresh =
                batch.stream().filter(event -> event.position() > head.position()).toList();
        if (fresh.isEmpty()) {
            return;
        }
        requireNoGap(head.position(), fresh);
        readPosition.taking();
        try {
            keep(fresh);
        } catch (RuntimeException failed) {
            shelves.clear();
            throw failed;
        }
    }

    private void keep(List<Recorded> fresh) {
        timeline.append(fresh.get(0).position(), fresh.stream().map(Recorded::recordedAt).toList());
        Map<String, List<Recorded>> byPlan = new HashMap<>();
        for (Recorded recorded : fresh) {
            keepers.forEach(keeper -> keeper.keep(recorded));
            if (recorded.event() instanceof PlanRecord record) {
                byPlan.computeIfAbsent(record.plan().value(), plan -> new ArrayList<>())
                        .add(recorded);
            }
        }
        byPlan.forEach((plan, events) -> shelf(plan).add(events));
        Recorded last = fresh.get(fresh.size() - 1);
        readPosition.advance(new Head(last.position(), last.recordedAt()));
    }

    private PlanShelf shelf(String plan) {
        return shelves.computeIfAbsent(plan, unopened -> new PlanShelf(database, unopened));
    }

    private static void requireNoGap(long known, List<Recorded> fresh) {
        long expected = known + 1;
        for (Recorded recorded : fresh) {
            if (recorded.position() != expected) {
                throw new IllegalStateException(
                        "the log has a gap: expected position %d, found %d"
                                .formatted(expected, recorded.position()));
            }
            expected++;
        }
    }
}
