package org.muniment.ops.ledger;

import java.util.List;
import org.muniment.kernel.ledger.StoredEvent;
import org.muniment.ops.log.LogRows;

/** Hashes events again that are in the tree already, so that a change made since then shows. */
final class Recheck {
    private final Ledger ledger;
    private final LogRows log;
    private long reached;

    Recheck(Ledger ledger, LogRows log) {
        this.ledger = ledger;
        this.log = log;
    }

    /**
     * The next {@code limit} events, up to the one at {@code last} and then from the first again.
     *
     * @return whether that was the last
     * @throws LedgerFault where one is missing or not as it was
     */
    boolean next(long last, int limit) {
        long left = Math.min(limit, last - reached);
        List<StoredEvent> events = left <= 0 ? List.of() : log.rowsAfter(reached, (int) left);
        for (StoredEvent event : events) {
            if (event.position() != reached + 1) {
                break;
            }
            ledger.requireUnchanged(event);
            reached++;
            left--;
        }
        if (left > 0) {
            throw new LedgerFault("event %s is missing".formatted(reached + 1));
        }
        if (reached < last) {
            return false;
        }
        reached = 0;
        return true;
    }
}
