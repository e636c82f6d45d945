package org.muniment.query.journal;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import java.util.List;
import org.bson.Document;

/**
 * Documents that grow by whole items, in log order. {@code last} is the position of the newest item
 * and the guard of every write: an item is added once, however often it is delivered.
 */
final class Buckets {
    private static final String LAST = "last";
    private static final String ITEMS = "items";

    private final MongoCollection<Document> documents;

    Buckets(MongoCollection<Document> documents) {
        this.documents = documents;
    }

    record Item(long position, Object content) {}

    /** Begins a bucket with its first items; {@code header} holds its {@code _id} and the rest. */
    void open(Document header, List<Item> items) {
        long last = last(items);
        Document opened = new Document(header).append(LAST, last).append(ITEMS, contents(items));
        replaceIfNewer(documents, opened, LAST, last);
    }

    void append(Object id, List<Item> items) {
        boolean appended =
                documents
                                .updateOne(
                                        and(eq("_id", id), lt(LAST, items.get(0).position())),
                                        combine(
                                                pushEach(ITEMS, contents(items)),
                                                set(LAST, last(items))))
                                .getMatchedCount()
                        > 0;
        if (!appended) {
            appendWhatIsMissing(id, items);
        }
    }

    private void appendWhatIsMissing(Object id, List<Item> items) {
        Document bucket = documents.find(eq("_id", id)).first();
        if (bucket == null) {
            throw new IllegalStateException("bucket " + id + " is missing from the read store");
        }
        long known = bucket.getLong(LAST);
        List<Item> missing = items.stream().filter(item -> item.position() > known).toList();
        if (!missing.isEmpty()) {
            append(id, missing);
        }
    }

    static List<?> items(Document bucket) {
        return bucket.getList(ITEMS, Object.class);
    }

    /** Writes the whole document unless one at the same or a later position is already there. */
    static void replaceIfNewer(
            MongoCollection<Document> documents, Document document, String guard, long position) {
        try {
            documents.replaceOne(
                    and(eq("_id", document.get("_id")), lt(guard, position)),
                    document,
                    new ReplaceOptions().upsert(true));
        } catch (MongoWriteException refused) {
            if (refused.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw refused;
            }
        }
    }

    private static long last(List<Item> items) {
        return items.get(items.size() - 1).position();
    }

    private static List<Object> contents(List<Item> items) {
        return items.stream().map(Item::content).toList();
    }
}
