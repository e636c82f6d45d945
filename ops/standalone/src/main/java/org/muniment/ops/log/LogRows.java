package org.muniment.ops.log;

import java.util.List;
import org.muniment.kernel.ledger.StoredEvent;

/** The events as they are stored, whatever they mean. */
public interface LogRows {
    /**
     * Up to {@code limit} rows after a position, in order.
     *
     * @throws org.muniment.kernel.ledger.BadEvidence where a column holds no text
     */
    List<StoredEvent> rowsAfter(long position, int limit);

    /** All of one stream, in order; as {@link #rowsAfter}. */
    List<StoredEvent> rowsOf(String stream);
}
