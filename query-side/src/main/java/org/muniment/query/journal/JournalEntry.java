package org.muniment.query.journal;

import java.time.Instant;
import org.muniment.kernel.log.EventForm;
import org.muniment.kernel.log.EventForms;
import org.muniment.kernel.plan.PlanRecord;
import org.muniment.query.picture.LoggedEvent;

/**
 * An event as the journal keeps it: its place, its stored form, and what came with it.
 *
 * @param subject the thing's stream, such as {@code kpi:grant-claims}
 * @param payload the event as JSON
 * @param metadata who, in which role, why, correlation and causation, as JSON
 */
public record JournalEntry(
        long position,
        Instant recordedAt,
        String subject,
        String type,
        String revision,
        String payload,
        String metadata) {
    private static final String TAB = "\t";

    /** As kept in a bucket: JSON as stored has no tabs and no line breaks of its own. */
    String line() {
        return String.join(
                TAB,
                Long.toString(position),
                Long.toString(recordedAt.toEpochMilli()),
                subject,
                type,
                revision,
                payload,
                metadata);
    }

    static JournalEntry ofLine(String line) {
        String[] fields = line.split(TAB);
        return new JournalEntry(
                Long.parseLong(fields[0]),
                Instant.ofEpochMilli(Long.parseLong(fields[1])),
                fields[2],
                fields[3],
                fields[4],
                fields[5],
                fields[6]);
    }

    public LoggedEvent logged() {
        EventForm form =
                EventForms.of(type, revision)
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "unknown event " + type + revision));
        return new LoggedEvent(
                position, recordedAt, (PlanRecord) EventJson.read(payload, form.type()));
    }
}
