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
     * @throws BadEvidence where a change since then leads to another key than the one in use
     */
    NoteKey at(long size) {
        NoteKey key = now;
        for (Change change : changes) {
            if (!change.to.equals(key)) {
                throw new BadEvidence(
                        "event %s changed the log's key to another than the one in use"
                                .formatted(change.position));
            }
            if (change.position <= size) {
                return key;
            }
            key = change.from;
        }
        return key;
    }
}
