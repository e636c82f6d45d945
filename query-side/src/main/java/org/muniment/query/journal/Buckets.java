package org.muniment.query.journal;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.bson.Document;

/**
 * Documents that grow by whole items, in log order. {@code last} is the position of the newest item
 * and the guard of every write: an item is added once, however often it is delivered.
 */
final class Buckets {
    private static final String LAST = "last";
    private static final String ITEMS = "items";

    private final MongoCollection<Document> documents;
    private final Function<List<Object>, List<?>> form;
    private final List<Supplier<Document>> opened = new ArrayList<>();

    /** {@code form} is how the contents of items written together are kept. */
    Buckets(MongoCollection<Document> documents, Function<List<Object>, List<?>> form) {
        this.documents = documents;
        this.form = form;
    }

    record Item(long position, Object content) {}

    /**
     * Begins a bucket with its first items, at the next {@link #flush()}; {@code header} gives its
     * {@code _id} and the rest.
     */
    void open(Supplier<Document> header, List<Item> items) {
        List<Item> first = List.copyOf(items);
        opened.add(() -> header.get().append(LAST, last(first)).append(ITEMS, contents(first)));
    }

    /** Writes the opened buckets together: packing is most of the work, so on all processors. */
    void flush() {
        if (opened.isEmpty()) {
            return;
        }
        List<ReplaceOneModel<Document>> writes =
                opened.parallelStream()
                        .map(Supplier::get)
                        .map(bucket -> replacement(bucket, LAST))
                        .toList();
        opened.clear();
        try {
            documents.bulkWrite(writes, new BulkWriteOptions().ordered(false));
        } catch (MongoBulkWriteException refused) {
            boolean known =
                    refused.getWriteErrors().stream()
                            .allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
            if (!known) {
                throw refused;
            }
        }
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

    /** Keeps a full bucket's items anew, as if all had been written together. */
    void repack(Object id, UnaryOperator<List<?>> anew) {
        Document bucket = documents.find(eq("_id", id)).first();
        if (bucket != null) {
            bucket.put(ITEMS, anew.apply(items(bucket)));
            documents.replaceOne(and(eq("_id", id), eq(LAST, bucket.getLong(LAST))), bucket);
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
            MongoCollection<Document> documents, Document document, String guard) {
        ReplaceOneModel<Document> write = replacement(document, guard);
        TakenKeys.unlessTaken(
                () ->
                        documents.replaceOne(
                                write.getFilter(),
                                write.getReplacement(),
                                write.getReplaceOptions()));
    }

    /** Where the guard does not match, the upsert meets the newer document's key and is refused. */
    private static ReplaceOneModel<Document> replacement(Document document, String guard) {
        return new ReplaceOneModel<>(
                and(eq("_id", document.get("_id")), lt(guard, document.getLong(guard))),
                document,
                new ReplaceOptions().upsert(true));
    }

    private static long last(List<Item> items) {
        return items.get(items.size() - 1).position();
    }

    private List<?> contents(List<Item> items) {
        return form.apply(items.stream().map(Item::content).toList());
    }
}
