package org.muniment.query.journal;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.bson.Document;

/**
 * When each position of the log was recorded. Recorded times never go back, so an instant is turned
 * into a position by bisection: over buckets of 1,024 positions, then within one.
 */
public final class Timeline {
    static final String NAME = "timeline";
    private static final int SIZE = 1024;

    private final MongoCollection<Document> documents;
    private final Buckets buckets;
    private final Map<String, Long> firstTimes = new ConcurrentHashMap<>();

    public Timeline(MongoDatabase database) {
        documents = database.getCollection(NAME);
        buckets = new Buckets(documents, times -> times);
    }

    /** {@code times} are the recorded times of the positions from {@code first} on. */
    void append(long first, List<Instant> times) {
        int done = 0;
        while (done < times.size()) {
            long position = first + done;
            long bucket = bucketOf(position);
            int room = (int) (firstOf(bucket) + SIZE - position);
            int until = Math.min(times.size(), done + room);
            List<Buckets.Item> items = items(position, times.subList(done, until));
            if (position == firstOf(bucket)) {
                buckets.open(() -> new Document("_id", bucket), items);
            } else {
                buckets.append(bucket, items);
            }
            done = until;
        }
        buckets.flush();
    }

    private static List<Buckets.Item> items(long first, List<Instant> times) {
        return IntStream.range(0, times.size())
                .mapToObj(i -> new Buckets.Item(first + i, times.get(i).toEpochMilli()))
                .toList();
    }

    /**
     * The last position recorded at or before {@code instant}, or 0; {@code head} is the last
     * position known.
     */
    public long positionAt(Instant instant, long head) {
        if (head == 0 || recordedAt(1).isAfter(instant)) {
            return 0;
        }
        long low = 0;
        long high = bucketOf(head);
        while (low < high) {
            long middle = (low + high + 1) >>> 1;
            if (Instant.ofEpochMilli(firstTime(middle)).isAfter(instant)) {
                high = middle - 1;
            } else {
                low = middle;
            }
        }
        List<Long> times = times(low);
        int known = (int) Math.min(times.size(), head - firstOf(low) + 1);
        int count = 0;
        while (count < known && !Instant.ofEpochMilli(times.get(count)).isAfter(instant)) {
            count++;
        }
        return firstOf(low) + count - 1;
    }

    /** When the event at {@code position} was recorded; positions count from 1. */
    public Instant recordedAt(long position) {
        long bucket = bucketOf(position);
        return Instant.ofEpochMilli(times(bucket).get((int) (position - firstOf(bucket))));
    }

    private long firstTime(long bucket) {
        return firstTimes.computeIfAbsent(
                documents.getNamespace().getCollectionName() + " " + bucket,
                unknown -> times(bucket).get(0));
    }

    private List<Long> times(long bucket) {
        Document document = documents.find(eq("_id", bucket)).first();
        if (document == null) {
            throw new IllegalStateException("timeline " + bucket + " is missing");
        }
        return Buckets.items(document).stream().map(Long.class::cast).toList();
    }

    private static long bucketOf(long position) {
        return (position - 1) / SIZE;
    }

    private static long firstOf(long bucket) {
        return bucket * SIZE + 1;
    }
}
