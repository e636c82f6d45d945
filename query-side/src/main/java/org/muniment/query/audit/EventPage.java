package org.muniment.query.audit;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.muniment.query.journal.EventJson;
import org.muniment.query.journal.Journal.Found;
import org.muniment.query.journal.JournalEntry;
import org.muniment.query.telling.Telling;

/**
 * Events in the order of the log.
 *
 * @param next the position to ask on after; absent where this page ends the list
 */
record EventPage(List<Event> events, Long next) {
    /**
     * {@code what} is the event in a plain sentence, for those of a plan; {@code onBehalfOf} is
     * whose deputy the sender was, {@code payload} the event as stored, {@code reason} why its
     * command was sent, {@code leafHash} what the ledger binds of it: absent for a moment, until it
     * is sealed.
     */
    record Event(
            long position,
            Instant recordedAt,
            String type,
            String revision,
            String by,
            String role,
            String onBehalfOf,
            String reason,
            String command,
            String correlationId,
            String causationId,
            String subject,
            String what,
            @JsonRawValue String payload,
            String leafHash,
            boolean demo) {
        static Event of(JournalEntry entry, LeafHashes leaves) {
            Map<?, ?> metadata = EventJson.read(entry.metadata(), Map.class);
            return new Event(
                    entry.position(),
                    entry.recordedAt(),
                    entry.type(),
                    entry.revision(),
                    (String) metadata.get("by"),
                    (String) metadata.get("role"),
                    (String) metadata.get("onBehalfOf"),
                    (String) metadata.get("why"),
                    (String) metadata.get("command"),
                    (String) metadata.get("correlationId"),
                    (String) metadata.get("causationId"),
                    entry.subject(),
                    what(entry),
                    entry.payload(),
                    leaves.of(entry.position()),
                    Boolean.TRUE.equals(metadata.get("demo")));
        }

        private static String what(JournalEntry entry) {
            return Trail.TYPES.contains(entry.type()) ? Telling.of(entry.logged().event()) : null;
        }
    }

    static EventPage of(Found found, LeafHashes leaves) {
        return new EventPage(
                found.entries().stream().map(entry -> Event.of(entry, leaves)).toList(),
                found.next());
    }

    /** {@code entries} holds one more than {@code limit} where the list goes on. */
    static EventPage of(List<JournalEntry> entries, int limit, LeafHashes leaves) {
        List<Event> events =
                entries.stream().limit(limit).map(entry -> Event.of(entry, leaves)).toList();
        Long next = entries.size() > limit ? events.get(limit - 1).position() : null;
        return new EventPage(events, next);
    }
}
