package org.muniment.ops.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.muniment.query.journal.EventJson;
import org.muniment.query.journal.Journal;
import org.muniment.query.journal.JournalEntry;
import org.muniment.query.meetings.ForwardPlan.PlannedMeeting;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What others have recorded of a thing since somebody read it. */
@Component
class Theirs {
    private static final int MANY = 10_000;

    private final Journal journal;

    Theirs(Journal journal) {
        this.journal = journal;
    }

    record Deed(String by, String when, String what, List<String> said) {}

    /** A question, what stood when somebody began, what stands now, and what they typed. */
    record Line(String label, String before, String theirs, String yours) {}

    record Conflict(List<Deed> deeds, List<Line> lines) {}

    Conflict since(long version, Subject subject, Form form, Entered typed) {
        List<JournalEntry> all = journal.historyOf(subject.stream(), 0, MANY).orElse(List.of());
        int seen = (int) Math.min(Math.max(0, version), all.size());
        List<JournalEntry> since = all.subList(seen, all.size());
        List<Deed> deeds =
                subject.stream().startsWith("meeting:")
                        ? moves(subject.meeting(), (int) version)
                        : since.stream().map(Theirs::deed).toList();
        return new Conflict(deeds, lines(form, subject, typed, all.subList(0, seen), since));
    }

    /** The forward plan keeps when a meeting was moved and why; by whom, the trail says. */
    private static List<Deed> moves(PlannedMeeting meeting, int version) {
        return meeting.rescheduled().stream()
                .skip(Math.max(0, version - 1))
                .map(
                        move ->
                                new Deed(
                                        "the secretariat",
                                        Say.instant(move.recordedAt()),
                                        "Meeting moved",
                                        List.of(
                                                "From %s to %s: %s"
                                                        .formatted(
                                                                Say.time(move.from().toString()),
                                                                Say.time(move.to().toString()),
                                                                move.reason()))))
                .toList();
    }

    private static Deed deed(JournalEntry entry) {
        Map<?, ?> metadata = EventJson.read(entry.metadata(), Map.class);
        String by = String.valueOf(metadata.get("by"));
        Object lender = metadata.get("onBehalfOf");
        return new Deed(
                lender == null ? by : by + " for " + lender,
                Say.instant(entry.recordedAt()),
                Say.event(entry.type()),
                Sentences.told(entry.type(), payload(entry)));
    }

    private static List<Line> lines(
            Form form,
            Subject subject,
            Entered typed,
            List<JournalEntry> before,
            List<JournalEntry> since) {
        List<Line> lines = new ArrayList<>();
        for (Field field : form.fields()) {
            String yours = typed.said(field, "");
            String then = last(field, typed, before);
            String now = last(field, typed, since);
            if (field.kind() != Field.Kind.GROUP && !(yours + now).isEmpty()) {
                lines.add(
                        new Line(
                                field.label(),
                                words(field, then, "Nothing", subject),
                                words(field, now, "Not changed", subject),
                                words(field, yours, "Nothing", subject)));
            }
        }
        return lines;
    }

    private static String words(Field field, String value, String otherwise, Subject subject) {
        return value.isEmpty() ? otherwise : Summary.words(field, value, subject);
    }

    /** The last word on it; of figures, that of the same month. */
    private static String last(Field field, Entered typed, List<JournalEntry> entries) {
        String last = "";
        for (JournalEntry entry : entries) {
            JsonNode event = payload(entry);
            boolean sameMonth =
                    !event.has("month")
                            || event.path("month").asString("").equals(typed.text("month"));
            JsonNode value = event.findValue(leaf(field.name()));
            if (sameMonth && value != null && value.isValueNode()) {
                last = value.asString("");
            }
        }
        return last;
    }

    private static String leaf(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static JsonNode payload(JournalEntry entry) {
        return EventJson.read(entry.payload(), JsonNode.class);
    }
}
