package org.muniment.query.journal;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.regex;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;

/**
 * How far each lane of the read side has come. Lane 0 is what belongs to no single plan, each other
 * lane some of the plans. What other processes have reached is looked up while somebody waits for
 * it.
 */
public final class LaneHeads {
    public static final int LANES = 4;

    static final String NAME = "heads";
    private static final String COUNT = "lanes";
    private static final String OF_ALL = "log";
    private static final long LOOK_AGAIN = Duration.ofMillis(5).toNanos();

    private final MongoCollection<Document> documents;
    private final int lanes;
    private final Lock lock = new ReentrantLock();
    private final Condition advanced = lock.newCondition();

    /** Answers of the store are taken in the order in which they were given. */
    private final Lock looking = new ReentrantLock();

    private final Map<Integer, Head> known = new TreeMap<>();
    private volatile Head head;
    private volatile Set<Integer> elsewhere;
    private volatile long looked;
    private volatile long firstTaken;
    private volatile long lastAdvance;

    /** The last event that is known; position 0 at the epoch where none is. */
    public record Head(long position, Instant recordedAt) {
        static final Head NONE = new Head(0, Instant.EPOCH);
    }

    /** {@code plans} lanes for plans are made where there are none yet. */
    public LaneHeads(MongoDatabase database, int plans) {
        documents = database.getCollection(NAME);
        insert(new Document("_id", COUNT).append("count", plans));
        lanes = documents.find(eq("_id", COUNT)).first().getInteger("count") + 1;
        known.putAll(stored());
        head = least();
        elsewhere = Set.copyOf(all());
    }

    static String id(int lane) {
        return "lane/" + lane;
    }

    public List<Integer> all() {
        return IntStream.range(0, lanes).boxed().toList();
    }

    int laneOf(String plan) {
        return Math.floorMod(plan.hashCode(), lanes - 1) + 1;
    }

    /** What all lanes have reached. */
    public Head head() {
        return head;
    }

    public Head head(int lane) {
        lock.lock();
        try {
            return known.get(lane);
        } finally {
            lock.unlock();
        }
    }

    /** How long it took from the first event taken here to the last one known. */
    Duration spent() {
        return Duration.ofNanos(lastAdvance - firstTaken);
    }

    void taking() {
        if (firstTaken == 0) {
            firstTaken = System.nanoTime();
        }
    }

    /** The lanes that this process does not write: all, before it has claimed any. */
    void elsewhere(Set<Integer> others) {
        elsewhere = Set.copyOf(others);
    }

    /**
     * Keeps that these lanes have reached {@code newer}; false where somebody else had moved one of
     * them, so that what is known here must be looked up.
     */
    boolean advance(Set<Integer> lanesReached, Head newer) {
        List<WriteModel<Document>> writes = new ArrayList<>();
        for (int lane : lanesReached) {
            writes.add(
                    new UpdateOneModel<>(
                            and(eq("_id", id(lane)), eq("position", head(lane).position())),
                            combine(
                                    set("position", newer.position()),
                                    set("recordedAt", newer.recordedAt().toEpochMilli()))));
        }
        if (documents.bulkWrite(writes).getMatchedCount() < writes.size()) {
            return false;
        }
        know(lanesReached.stream().collect(Collectors.toMap(lane -> lane, lane -> newer)));
        lastAdvance = System.nanoTime();
        return true;
    }

    /**
     * Takes over what the store holds. True where it holds something else than was known here of a
     * lane that is written here: somebody else wrote it, the store was emptied, or an older state
     * of it was put back.
     */
    boolean look() {
        looking.lock();
        try {
            Map<Integer, Head> stored = stored();
            boolean moved =
                    stored.entrySet().stream()
                            .filter(lane -> !elsewhere.contains(lane.getKey()))
                            .anyMatch(lane -> !lane.getValue().equals(head(lane.getKey())));
            know(stored);
            return moved;
        } finally {
            looking.unlock();
        }
    }

    private void know(Map<Integer, Head> news) {
        lock.lock();
        try {
            known.putAll(news);
            head = least();
            advanced.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private Head least() {
        return known.values().stream()
                .min(Comparator.comparingLong(Head::position))
                .orElse(Head.NONE);
    }

    /** A read side of one lane, as earlier versions left it, is where its lanes begin. */
    private Map<Integer, Head> stored() {
        Map<Integer, Head> stored = new TreeMap<>();
        for (Document lane : documents.find(regex("_id", "^lane/"))) {
            int number = Integer.parseInt(lane.getString("_id").substring("lane/".length()));
            stored.put(number, head(lane));
        }
        if (stored.size() < lanes) {
            Document before = documents.find(eq("_id", OF_ALL)).first();
            Head start = before == null ? Head.NONE : head(before);
            insert(new Document("_id", COUNT).append("count", lanes - 1));
            for (int lane = 0; lane < lanes; lane++) {
                if (!stored.containsKey(lane)) {
                    insert(
                            new Document("_id", id(lane))
                                    .append("position", start.position())
                                    .append("recordedAt", start.recordedAt().toEpochMilli())
                                    .append("owner", null)
                                    .append("seen", 0L));
                    stored.put(lane, start);
                }
            }
        }
        return stored;
    }

    private static Head head(Document stored) {
        return new Head(
                stored.getLong("position"), Instant.ofEpochMilli(stored.getLong("recordedAt")));
    }

    private void insert(Document document) {
        TakenKeys.unlessTaken(() -> documents.insertOne(document));
    }

    /** Waits until {@code position} is known; false where it was not within {@code patience}. */
    public boolean await(long position, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (head.position() < position) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                lookElsewhere();
                awaitNews(position, elsewhere.isEmpty() ? left : Math.min(left, LOOK_AGAIN));
            }
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** However many wait, the store is asked once in a while. */
    private void lookElsewhere() {
        if (elsewhere.isEmpty() || System.nanoTime() - looked < LOOK_AGAIN || !looking.tryLock()) {
            return;
        }
        try {
            Map<Integer, Head> others = stored();
            others.keySet().retainAll(elsewhere);
            know(others);
            looked = System.nanoTime();
        } finally {
            looking.unlock();
        }
    }

    private void awaitNews(long position, long nanos) throws InterruptedException {
        lock.lock();
        try {
            if (head.position() < position) {
                advanced.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }
}
