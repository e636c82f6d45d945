package org.muniment.query.meetings;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.bson.Document;
import org.muniment.kernel.log.EventForm;
import org.muniment.kernel.log.EventForms;
import org.muniment.kernel.meeting.MeetingEvent;
import org.muniment.kernel.partnership.PartnershipId;
import org.muniment.query.journal.EventJson;
import org.muniment.query.journal.JournalWriter.Recorded;
import org.muniment.query.journal.RecordKeeper;
import org.muniment.query.meetings.ForwardPlan.Scheduling;
import org.springframework.stereotype.Component;

/** Keeps what happened to each partnership's meetings: a handful a year, so one document. */
@Component
public class ForwardPlans implements RecordKeeper {
    private final MongoCollection<Document> documents;

    ForwardPlans(MongoDatabase database) {
        documents = database.getCollection("meetings");
    }

    @Override
    public String name() {
        return "meetings";
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(MeetingEvent.class);
    }

    @Override
    public RecordKeeper over(MongoDatabase other) {
        return new ForwardPlans(other);
    }

    @Override
    public void keep(Recorded recorded) {
        if (recorded.event() instanceof MeetingEvent event) {
            List<Document> events = new ArrayList<>(stored(event.partnership()));
            events.add(
                    new Document("position", recorded.position())
                            .append("recordedAt", recorded.recordedAt().toEpochMilli())
                            .append("type", form(event).name())
                            .append("revision", form(event).revision())
                            .append("payload", recorded.payload()));
            RecordKeeper.replaceIfNewer(
                    documents,
                    new Document("_id", event.partnership().value())
                            .append("position", recorded.position())
                            .append("events", events));
        }
    }

    /** As it was known at {@code position} of the log. */
    public ForwardPlan at(PartnershipId partnership, long position) {
        return ForwardPlan.of(
                stored(partnership).stream()
                        .filter(event -> event.getLong("position") <= position)
                        .map(ForwardPlans::scheduling)
                        .toList());
    }

    private List<Document> stored(PartnershipId partnership) {
        Document document = documents.find(eq("_id", partnership.value())).first();
        return document == null ? List.of() : document.getList("events", Document.class);
    }

    private static Scheduling scheduling(Document stored) {
        EventForm form =
                EventForms.of(stored.getString("type"), stored.getString("revision")).orElseThrow();
        return new Scheduling(
                (MeetingEvent) EventJson.read(stored.getString("payload"), form.type()),
                Instant.ofEpochMilli(stored.getLong("recordedAt")));
    }

    private static EventForm form(MeetingEvent event) {
        return Objects.requireNonNull(EventForms.of(event.getClass()).orElse(null));
    }
}
