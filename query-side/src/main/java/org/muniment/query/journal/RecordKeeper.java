package org.muniment.query.journal;

import com.mongodb.client.MongoCollection;
import org.bson.Document;
import org.muniment.query.journal.JournalWriter.Recorded;

/** Keeps events beyond the journal of their plan. Told of all in log order, perhaps repeatedly. */
@FunctionalInterface
public interface RecordKeeper {
    /** Passes over what it does not keep. */
    void keep(Recorded recorded);

    /** Writes the whole document unless one at the same or a later position is already there. */
    static void replaceIfNewer(MongoCollection<Document> documents, Document document) {
        Buckets.replaceIfNewer(documents, document, "position");
    }
}
