package org.muniment.query.refusal;

import static com.mongodb.client.model.Filters.gt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.muniment.kernel.refusal.Refusal;
import org.muniment.kernel.refusal.RefusalEvent.RefusalsRecorded;
import org.muniment.query.journal.EventJson;
import org.muniment.query.journal.JournalWriter.Recorded;
import org.muniment.query.journal.RecordKeeper;
import org.springframework.stereotype.Component;

/** Keeps what was refused, by the position of the event that says so. */
@Component
class RefusedLog implements RecordKeeper {
    private static final String ITEMS = "items";
    private static final String POSITION = "position";

    private final MongoCollection<Document> batches;

    RefusedLog(MongoDatabase database) {
        batches = database.getCollection("refusals");
    }

    /** What one event says was refused. */
    record Batch(long position, List<Refusal> refusals) {}

    @Override
    public String name() {
        return "refusals";
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(RefusalsRecorded.class);
    }

    @Override
    public RecordKeeper over(MongoDatabase other) {
        return new RefusedLog(other);
    }

    @Override
    public void keep(Recorded recorded) {
        if (recorded.event() instanceof RefusalsRecorded event) {
            RecordKeeper.replaceIfNewer(
                    batches,
                    new Document("_id", event.batch().value())
                            .append(POSITION, recorded.position())
                            .append(
                                    ITEMS,
                                    event.refusals().stream().map(EventJson::write).toList()));
        }
    }

    /** Up to {@code limit} of them after a position, in the order of the log. */
    List<Batch> after(long position, int limit) {
        return batches.find(gt(POSITION, position))
                .sort(Sorts.ascending(POSITION))
                .limit(limit)
                .map(RefusedLog::batch)
                .into(new ArrayList<>());
    }

    private static Batch batch(Document stored) {
        return new Batch(
                stored.getLong(POSITION),
                stored.getList(ITEMS, String.class).stream()
                        .map(item -> EventJson.read(item, Refusal.class))
                        .toList());
    }
}
