package org.muniment.verifier;

import java.util.ArrayDeque;
import java.util.Deque;
import org.muniment.kernel.ledger.BadEvidence;
import org.muniment.kernel.ledger.NoteKey;
import org.muniment.kernel.ledger.StoredEvent;
import tools.jackson.databind.JsonNode;

/**
 * Which key a log signed with when: the one it has now, and what its events say of earlier ones.
 */
final class KeyHistory {
    private static final String ROTATED = "ledger.key-rotated";

    private final NoteKey now;

    /** The latest first. */
    private final Deque<Change> changes = new ArrayDeque<>();

    private record Change(long position, NoteKey from, NoteKey to) {}

    KeyHistory(NoteKey now) {
        this.now = now;
    }

    /**
     * @throws BadEvidence where it is a change of key that cannot be read
     */
    void follow(StoredEvent event) {
        if (event.type().equals(ROTATED)) {
            String what = "event " + event.position();
            JsonNode payload = Json.object(event.payload(), what);
            changes.push(
                    new Change(
                            event.position(),
                            NoteKey.parse(Json.text(payload, "from", what)),
                            NoteKey.parse(Json.text(payload, "to", what))));
        }
    }

    /**
     * The key that a checkpoint of {@code size} is signed with.
     *
     * @throws BadEvidence where the changes do not lead to the key in use
     */
    NoteKey at(long size) {
        requireLeadToTheOneInUse(size);
        NoteKey key = changes.isEmpty() ? now : changes.peek().to;
        for (Change change : changes) {
            if (change.position <= size) {
                return key;
            }
            key = change.from;
        }
        return key;
    }

    /**
     * The key in use may be the one before the last change, where that was cut short, and any that
     * was changed since the checkpoint: the key was read before the log.
     */
    private void requireLeadToTheOneInUse(long size) {
        boolean met = changes.isEmpty();
        Change later = null;
        for (Change change : changes) {
            if (later != null && !change.to.equals(later.from)) {
                throw otherKey(later);
            }
            met |= change.to.equals(now);
            if (!met && later != null && change.position <= size) {
                throw otherKey(change);
            }
            met |= change.from.equals(now);
            later = change;
        }
        if (!met) {
            throw otherKey(changes.peek());
        }
    }

    private static BadEvidence otherKey(Change change) {
        return new BadEvidence(
                "event %s changed the log's key to another than the one in use"
                        .formatted(change.position));
    }
}
