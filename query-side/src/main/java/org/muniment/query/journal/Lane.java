package org.muniment.query.journal;

import java.util.List;
import org.muniment.query.journal.JournalWriter.Recorded;

/** A part of the read models that is written by itself, in the order of the log. */
interface Lane {
    /** Takes what is its own of the log's next events. */
    void take(List<Recorded> events);
}
