package org.muniment.query.audit;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.muniment.query.journal.EventJson;
import org.muniment.query.journal.JournalEntry;

/**
 * Events in the order of the log.
 *
 * @param next the position to ask on after; absent where this page ends the list
 */
record EventPage(List<Event> events, Long next) {
    /** {@code payload} is the event as stored; {@code reason} is why its command was sent. */
    record Event(
            long position,
            Instant recordedAt,
            String type,
            String revision,
            String by,
            String role,
            String reason,
            String command,
            String correlationId,
            String causationId,
            String subject,
            @JsonRawValue String payload,
            boolean demo) {
        static Event of(JournalEntry entry) {
            Map<?, ?> metadata = EventJson.read(entry.metadata(), Map.class);
            return new Event(
                    entry.position(),
                    entry.recordedAt(),
                    entry.type(),
                    entry.revision(),
                    (String) metadata.get("by"),
                    (String) metadata.get("role"),
                    (String) metadata.get("why"),
                    (String) metadata.get("command"),
                    (String) metadata.get("correlationId"),
                    (String) metadata.get("causationId"),
                    entry.subject(),
                    entry.payload(),
                    Boolean.TRUE.equals(metadata.get("demo")));
        }
    }

    /** {@code entries} holds one more than {@code limit} where the list goes on. */
    static EventPage of(List<JournalEntry> entries, int limit) {
        List<Event> events = entries.stream().limit(limit).map(Event::of).toList();
        Long next = entries.size() > limit ? events.get(limit - 1).position() : null;
        return new EventPage(events, next);
    }
}
