package org.muniment.query.people;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muniment.kernel.log.EventForm;
import org.muniment.kernel.log.EventForms;
import org.muniment.kernel.person.PersonEvent;
import org.muniment.kernel.person.SubjectId;
import org.muniment.kernel.words.PersonId;
import org.muniment.query.journal.EventJson;
import org.muniment.query.journal.JournalEntry;
import org.muniment.query.journal.Streams;
import org.muniment.query.people.PersonPicture.Said;
import org.springframework.stereotype.Component;

/** What the log says of people. */
@Component
class PeopleLog {
    private static final String KIND = "person";

    private final Streams streams;

    PeopleLog(Streams streams) {
        this.streams = streams;
    }

    /** Empty where nobody was ever named under that id. */
    Optional<PersonPicture> find(SubjectId person) {
        List<JournalEntry> events = streams.of(person.toString());
        return events.isEmpty() ? Optional.empty() : Optional.of(picture(events));
    }

    /** Everybody ever named, in the order of their ids. */
    List<PersonPicture> all() {
        return streams.all(KIND).stream().map(PeopleLog::picture).toList();
    }

    private static PersonPicture picture(List<JournalEntry> events) {
        String stream = events.get(0).subject();
        SubjectId person = new SubjectId(stream.substring(KIND.length() + 1));
        return PersonPicture.of(person, events.stream().map(PeopleLog::said).toList());
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
