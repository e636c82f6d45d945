package org.muniment.query.published;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.muniment.kernel.snapshot.SnapshotEvent;
import org.muniment.kernel.snapshot.SnapshotEvent.FreezeBegun;
import org.muniment.kernel.snapshot.SnapshotEvent.FreezeConfirmed;
import org.muniment.kernel.snapshot.SnapshotEvent.QuarterFrozen;
import org.muniment.kernel.snapshot.SnapshotEvent.SnapshotPublished;
import org.muniment.kernel.snapshot.SnapshotEvent.SnapshotSuperseded;
import org.muniment.query.journal.EventJson;
import org.muniment.query.journal.JournalWriter.Recorded;
import org.muniment.query.journal.RecordKeeper;
import org.muniment.query.picture.LoggedEvent;
import org.muniment.query.picture.SnapshotPicture;
import org.springframework.stereotype.Component;

/** Keeps every snapshot by itself: whoever asks for all of them need not read all plans. */
@Component
class Snapshots implements RecordKeeper {
    private static final String POSITION = "position";
    private static final String PLAN = "plan";
    private static final String SNAPSHOT = "snapshot";

    private final MongoCollection<Document> documents;

    Snapshots(MongoDatabase database) {
        documents = database.getCollection("snapshots");
    }

    @Override
    public String name() {
        return "snapshots";
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(
                QuarterFrozen.class,
                FreezeConfirmed.class,
                SnapshotPublished.class,
                SnapshotSuperseded.class);
    }

    @Override
    public RecordKeeper over(MongoDatabase other) {
        return new Snapshots(other);
    }

    @Override
    public void keep(Recorded recorded) {
        if (recorded.event() instanceof SnapshotEvent event && !(event instanceof FreezeBegun)) {
            String id = event.snapshot().value();
            Document before = documents.find(eq("_id", id)).first();
            if (before != null && before.getLong(POSITION) >= recorded.position()) {
                return;
            }
            LoggedEvent logged = new LoggedEvent(recorded.position(), recorded.recordedAt(), event);
            RecordKeeper.replaceIfNewer(
                    documents,
                    new Document("_id", id)
                            .append(POSITION, recorded.position())
                            .append(PLAN, event.plan().value())
                            .append(SNAPSHOT, EventJson.write(after(before, event, logged))));
        }
    }

    private static SnapshotPicture after(Document before, SnapshotEvent event, LoggedEvent logged) {
        return event instanceof QuarterFrozen frozen
                ? SnapshotPicture.of(frozen, logged)
                : picture(before).after(event, logged);
    }

    /** By plan, and in each by id in the order of the log. */
    Map<String, Map<String, SnapshotPicture>> byPlan() {
        Map<String, Map<String, SnapshotPicture>> byPlan = new HashMap<>();
        for (Document stored : documents.find().sort(Sorts.ascending(POSITION))) {
            SnapshotPicture snapshot = picture(stored);
            byPlan.computeIfAbsent(stored.getString(PLAN), plan -> new LinkedHashMap<>())
                    .put(snapshot.id().value(), snapshot);
        }
        return byPlan;
    }

    private static SnapshotPicture picture(Document stored) {
        return EventJson.read(stored.getString(SNAPSHOT), SnapshotPicture.class);
    }
}
