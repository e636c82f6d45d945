package org.muniment.ops.log;

import java.util.List;
import org.muniment.kernel.ledger.BadEvidence;
import org.muniment.kernel.ledger.StoredEvent;

/**
 * The rows of a shared log, each compared with its copy here, which is what everybody reads: so
 * that both are what was sealed.
 */
final class ComparedRows implements LogRows {
    private final SharedLog shared;
    private final LogRows here;

    ComparedRows(SharedLog shared, LogRows here) {
        this.shared = shared;
        this.here = here;
    }

    /** Only what both have: the copy is behind for a moment after every event. */
    @Override
    public List<StoredEvent> rowsAfter(long position, int limit) {
        List<StoredEvent> copies = here.rowsAfter(position, limit);
        if (copies.isEmpty()) {
            return copies;
        }
        List<StoredEvent> originals = shared.after(position, copies.size());
        for (int i = 0; i < originals.size(); i++) {
            if (!originals.get(i).equals(copies.get(i))) {
                throw new BadEvidence(
                        "event %d is not the same in the shared log and in its copy here"
                                .formatted(originals.get(i).position()));
            }
        }
        return originals;
    }

    @Override
    public List<StoredEvent> rowsOf(String stream) {
        return here.rowsOf(stream);
    }
}
