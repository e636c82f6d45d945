package org.muniment.query.journal;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.Set;
import org.bson.Document;
import org.muniment.query.journal.JournalWriter.Recorded;

/** Keeps events beyond the journal of their plan. Told of all in log order, perhaps repeatedly. */
public interface RecordKeeper {
    /** The name of what it keeps. */
    String name();

    /** What it keeps; it is told of nothing else. */
    Set<Class<?>> kinds();

    /** Which part of what it keeps an event belongs to, where the parts do not need each other. */
    default String partOf(Object event) {
        return "";
    }

    void keep(Recorded recorded);

    /** The same over another database. */
    RecordKeeper over(MongoDatabase other);

    /** Writes the whole document unless one at the same or a later position is already there. */
    static void replaceIfNewer(MongoCollection<Document> documents, Document document) {
        Buckets.replaceIfNewer(documents, document, "position");
    }
}
