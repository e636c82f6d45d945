package org.muniment.query.selfaudit;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.muniment.kernel.selfaudit.AuditedSnapshot;
import org.muniment.kernel.selfaudit.SelfAuditEvent.SelfAuditCompleted;
import org.muniment.query.journal.EventJson;
import org.muniment.query.journal.JournalWriter.Recorded;
import org.muniment.query.journal.RecordKeeper;
import org.springframework.stereotype.Component;

/** Keeps the results of the last self-audits; all of them stay in the log. */
@Component
public class SelfAuditLog implements RecordKeeper {
    private static final String ID = "runs";
    private static final int KEPT = 400;

    private final MongoCollection<Document> documents;

    SelfAuditLog(MongoDatabase database) {
        documents = database.getCollection("self-audits");
    }

    /**
     * One self-audit.
     *
     * @param position how many events of the log it went through
     * @param agrees whether every pack was rebuilt to its digest
     */
    public record Run(
            String id,
            Instant at,
            long position,
            boolean agrees,
            List<AuditedSnapshot> snapshots) {}

    @Override
    public String name() {
        return "self-audits";
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(SelfAuditCompleted.class);
    }

    @Override
    public RecordKeeper over(MongoDatabase other) {
        return new SelfAuditLog(other);
    }

    @Override
    public void keep(Recorded recorded) {
        if (recorded.event() instanceof SelfAuditCompleted event) {
            List<String> runs = new ArrayList<>(stored());
            runs.add(0, EventJson.write(run(event, recorded.recordedAt())));
            RecordKeeper.replaceIfNewer(
                    documents,
                    new Document("_id", ID)
                            .append("position", recorded.position())
                            .append("items", runs.stream().limit(KEPT).toList()));
        }
    }

    private static Run run(SelfAuditCompleted event, Instant at) {
        return new Run(
                event.audit().value(),
                at,
                event.position(),
                event.snapshots().stream().allMatch(AuditedSnapshot::agrees),
                event.snapshots());
    }

    /** Newest first. */
    public List<Run> runs() {
        return stored().stream().map(run -> EventJson.read(run, Run.class)).toList();
    }

    public Optional<Run> latest() {
        return stored().stream().findFirst().map(run -> EventJson.read(run, Run.class));
    }

    private List<String> stored() {
        Document document = documents.find(eq("_id", ID)).first();
        return document == null ? List.of() : document.getList("items", String.class);
    }
}
