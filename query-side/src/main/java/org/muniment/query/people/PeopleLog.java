package org.muniment.query.people;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.muniment.kernel.log.EventForm;
import org.muniment.kernel.log.EventForms;
import org.muniment.kernel.person.PersonEvent;
import org.muniment.kernel.person.SubjectId;
import org.muniment.kernel.words.PersonId;
import org.muniment.query.journal.EventJson;
import org.muniment.query.journal.JournalEntry;
import org.muniment.query.journal.JournalWriter.Recorded;
import org.muniment.query.journal.RecordKeeper;
import org.muniment.query.people.PersonPicture.Said;
import org.springframework.stereotype.Component;

/** Keeps what happened to each person: a handful of events in a lifetime, so one document. */
@Component
public class PeopleLog implements RecordKeeper {
    private final MongoCollection<Document> documents;

    PeopleLog(MongoDatabase database) {
        documents = database.getCollection("people");
    }

    @Override
    public void keep(Recorded recorded) {
        if (recorded.event() instanceof PersonEvent event) {
            List<Document> events = new ArrayList<>(stored(event.person()));
            events.add(document(recorded));
            RecordKeeper.replaceIfNewer(
                    documents,
                    new Document("_id", event.person().value())
                            .append("position", recorded.position())
                            .append("events", events));
        }
    }

    /** Empty where nobody was ever named under that id. */
    public Optional<PersonPicture> find(SubjectId person) {
        List<Document> events = stored(person);
        return events.isEmpty() ? Optional.empty() : Optional.of(picture(person, events));
    }

    /** Everybody ever named, in the order of their ids. */
    public List<PersonPicture> all() {
        return documents
                .find()
                .sort(Sorts.ascending("_id"))
                .map(person -> picture(new SubjectId(person.getString("_id")), events(person)))
                .into(new ArrayList<>());
    }

    /** Up to {@code limit} events of a person; empty where nobody was named under that id. */
    public Optional<List<JournalEntry>> historyOf(SubjectId person, long after, int limit) {
        List<Document> events = stored(person);
        return events.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        events.stream()
                                .map(event -> entry(person, event))
                                .filter(entry -> entry.position() > after)
                                .limit(limit)
                                .toList());
    }

    private List<Document> stored(SubjectId person) {
        Document document = documents.find(eq("_id", person.value())).first();
        return document == null ? List.of() : events(document);
    }

    private static List<Document> events(Document person) {
        return person.getList("events", Document.class);
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

    private static JournalEntry entry(SubjectId person, Document event) {
        return new JournalEntry(
                event.getLong("position"),
                Instant.ofEpochMilli(event.getLong("recordedAt")),
                person.toString(),
                event.getString("type"),
                event.getString("revision"),
                event.getString("payload"),
                event.getString("metadata"));
    }

    private static PersonPicture picture(SubjectId person, List<Document> events) {
        return PersonPicture.of(
                person, events.stream().map(event -> said(entry(person, event))).toList());
    }

    private static Said said(JournalEntry entry) {
        EventForm form = EventForms.of(entry.type(), entry.revision()).orElseThrow();
        Map<?, ?> metadata = EventJson.read(entry.metadata(), Map.class);
        return new Said(
                (PersonEvent) EventJson.read(entry.payload(), form.type()),
                entry.position(),
                entry.recordedAt(),
                new PersonId((String) metadata.get("by")));
    }
}
