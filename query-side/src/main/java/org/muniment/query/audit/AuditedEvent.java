package org.muniment.query.audit;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.Map;
import org.muniment.query.journal.EventJson;
import org.muniment.query.journal.JournalEntry;
import org.muniment.query.telling.Telling;

/**
 * An event as auditors read it.
 *
 * <p>{@code what} is the event in a plain sentence, for those of a plan; {@code onBehalfOf} is
 * whose deputy the sender was, {@code payload} the event as stored, {@code reason} why its command
 * was sent, {@code leafHash} what the ledger binds of it: absent for a moment, until it is sealed.
 */
public record AuditedEvent(
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
    public static AuditedEvent of(JournalEntry entry, LeafHashes leaves) {
        Map<?, ?> metadata = EventJson.read(entry.metadata(), Map.class);
        return new AuditedEvent(
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
