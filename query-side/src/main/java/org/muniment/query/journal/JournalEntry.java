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
    LoggedEvent logged() {
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
