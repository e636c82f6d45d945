package org.muniment.verifier;

import java.util.List;
import java.util.Set;
import org.muniment.kernel.ledger.StoredEvent;

/** What the events of a bundle say, and what beside them must agree with them. */
interface Story {
    /** The files it needs beside those of every bundle. */
    Set<String> needs();

    /** The files it may have besides. */
    Set<String> allows();

    /**
     * @param events the thing's, from its first, each proved to be in the log
     */
    void tell(List<StoredEvent> events);
}
