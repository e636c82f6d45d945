package org.muniment.query.audit;

import java.util.List;
import org.muniment.query.journal.Journal.Found;
import org.muniment.query.journal.JournalEntry;

/**
 * Events in the order of the log.
 *
 * @param next the position to ask on after; absent where this page ends the list
 */
record EventPage(List<AuditedEvent> events, Long next) {
    static EventPage of(Found found, LeafHashes leaves) {
        return new EventPage(
                found.entries().stream().map(entry -> AuditedEvent.of(entry, leaves)).toList(),
                found.next());
    }

    /** {@code entries} holds one more than {@code limit} where the list goes on. */
    static EventPage of(List<JournalEntry> entries, int limit, LeafHashes leaves) {
        List<AuditedEvent> events =
                entries.stream().limit(limit).map(entry -> AuditedEvent.of(entry, leaves)).toList();
        Long next = entries.size() > limit ? events.get(limit - 1).position() : null;
        return new EventPage(events, next);
    }
}
