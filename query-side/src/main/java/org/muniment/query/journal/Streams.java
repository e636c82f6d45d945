package org.muniment.query.journal;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.muniment.kernel.access.AccessEvent;
import org.muniment.kernel.access.AccessId;
import org.muniment.kernel.log.EventForm;
import org.muniment.kernel.log.EventForms;
import org.muniment.kernel.person.PersonEvent;
import org.muniment.query.journal.JournalWriter.Recorded;
import org.springframework.stereotype.Component;

/**
 * The events of people and of what they may do, which belong to no plan: a handful in a lifetime,
 * so each stream is one document.
 */
@Component
public class Streams implements RecordKeeper {
    private static final String KIND = "kind";

    private final MongoCollection<Document> documents;

    public Streams(MongoDatabase database) {
        documents = database.getCollection("streams");
    }

    @Override
    public String name() {
        return "streams";
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(PersonEvent.class, AccessEvent.class);
    }

    @Override
    public String partOf(Object event) {
        return event instanceof Unreadable unreadable
                ? unreadable.stream()
                : streamOf(event).orElse("");
    }

    @Override
    public RecordKeeper over(MongoDatabase other) {
        return new Streams(other);
    }

    @Override
    public void keep(Recorded recorded) {
        streamOf(recorded.event()).ifPresent(stream -> append(stream, recorded));
    }

    private static Optional<String> streamOf(Object event) {
        if (event instanceof PersonEvent person) {
            return Optional.of(person.person().toString());
        }
        if (event instanceof AccessEvent access) {
            return Optional.of(new AccessId(access.person()).toString());
        }
        return Optional.empty();
    }

    private void append(String stream, Recorded recorded) {
        List<Document> events = new ArrayList<>(stored(stream));
        events.add(document(recorded));
        RecordKeeper.replaceIfNewer(
                documents,
                new Document("_id", stream)
                        .append(KIND, kindOf(stream))
                        .append("position", recorded.position())
                        .append("events", events));
    }

    /** All its events; none where nothing ever happened to it. */
    public List<JournalEntry> of(String stream) {
        return entries(stream, stored(stream));
    }

    /** Up to {@code limit} events of a stream; empty where nothing ever happened to it. */
    public Optional<List<JournalEntry>> historyOf(String stream, long after, int limit) {
        List<JournalEntry> all = of(stream);
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        all.stream()
                                .filter(entry -> entry.position() > after)
                                .limit(limit)
                                .toList());
    }

    /** Every stream whose name begins with {@code kind} and a colon, in the order of the names. */
    public List<List<JournalEntry>> all(String kind) {
        return documents
                .find(eq(KIND, kind))
                .sort(Sorts.ascending("_id"))
                .map(stream -> entries(stream.getString("_id"), events(stream)))
                .into(new ArrayList<>());
    }

    private static String kindOf(String stream) {
        return stream.substring(0, stream.indexOf(':'));
    }

    private List<Document> stored(String stream) {
        Document document = documents.find(eq("_id", stream)).first();
        return document == null ? List.of() : events(document);
    }

    private static List<Document> events(Document stream) {
        return stream.getList("events", Document.class);
    }

    private static List<JournalEntry> entries(String stream, List<Document> events) {
        return events.stream().map(event -> entry(stream, event)).toList();
    }

    private static Document document(Recorded recorded) {
        EventForm form = EventForms.of(recorded.event().getClass()).orElseThrow();
        return new Document("position", recorded.position())
                .append("recordedAt", recorded.recordedAt().toEpochMilli())
                .append("type", form.name())
                .append("revision", form.revision())
                .append("payload", recorded.payload())
                .append("metadata", recorded.metadata());
    }

    private static JournalEntry entry(String stream, Document event) {
        return new JournalEntry(
                event.getLong("position"),
                Instant.ofEpochMilli(event.getLong("recordedAt")),
                stream,
                event.getString("type"),
                event.getString("revision"),
                event.getString("payload"),
                event.getString("metadata"));
    }
}
