package org.muniment.query.journal;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.addEachToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.bson.Document;

/** In which buckets of a plan something is to be found; written once for each bucket. */
final class BucketNotes {
    static final String BUCKETS = "buckets";

    private final MongoCollection<Document> documents;
    private final String plan;
    private final Map<String, SortedSet<Long>> unkept = new HashMap<>();
    private final Set<String> inThisBucket = new HashSet<>();
    private long bucket = -1;

    BucketNotes(MongoCollection<Document> documents, String plan) {
        this.documents = documents;
        this.plan = plan;
    }

    /** {@code number} never goes back. */
    void note(String key, long number) {
        if (number != bucket) {
            bucket = number;
            inThisBucket.clear();
        }
        if (inThisBucket.add(key)) {
            unkept.computeIfAbsent(key, unseen -> new TreeSet<>()).add(number);
        }
    }

    void keep() {
        List<WriteModel<Document>> writes = new ArrayList<>();
        unkept.forEach(
                (key, numbers) ->
                        writes.add(
                                new UpdateOneModel<>(
                                        eq("_id", key),
                                        combine(
                                                set("plan", plan),
                                                addEachToSet(BUCKETS, List.copyOf(numbers))),
                                        new UpdateOptions().upsert(true))));
        if (!writes.isEmpty()) {
            documents.bulkWrite(writes);
            unkept.clear();
        }
    }
}
