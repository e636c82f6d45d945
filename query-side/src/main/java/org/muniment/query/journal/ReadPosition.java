package org.muniment.query.journal;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.bson.Document;

/** How far the read side has come. Readers may wait for a position; it only ever grows. */
public final class ReadPosition {
    private static final String ID = "log";

    private final MongoCollection<Document> documents;
    private final Lock lock = new ReentrantLock();
    private final Condition advanced = lock.newCondition();
    private volatile Head head;
    private volatile long firstTaken;
    private volatile long lastAdvance;

    /** The last event the read side knows; position 0 at the epoch where it knows none. */
    public record Head(long position, Instant recordedAt) {}

    public ReadPosition(MongoDatabase database) {
        documents = database.getCollection("heads");
        Document stored = documents.find(eq("_id", ID)).first();
        head =
                stored == null
                        ? new Head(0, Instant.EPOCH)
                        : new Head(
                                stored.getLong("position"),
                                Instant.ofEpochMilli(stored.getLong("recordedAt")));
    }

    public Head head() {
        return head;
    }

    /** How long it took from the first event taken to the last one known. */
    public Duration spent() {
        return Duration.ofNanos(lastAdvance - firstTaken);
    }

    void taking() {
        if (firstTaken == 0) {
            firstTaken = System.nanoTime();
        }
    }

    void advance(Head newer) {
        Buckets.replaceIfNewer(
                documents,
                new Document("_id", ID)
                        .append("position", newer.position())
                        .append("recordedAt", newer.recordedAt().toEpochMilli()),
                "position");
        lock.lock();
        try {
            head = newer;
            lastAdvance = System.nanoTime();
            advanced.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until {@code position} is known; false where it was not within {@code patience}. */
    public boolean await(long position, Duration patience) {
        if (head.position() >= position) {
            return true;
        }
        lock.lock();
        try {
            long left = patience.toNanos();
            while (head.position() < position && left > 0) {
                left = advanced.awaitNanos(left);
            }
            return head.position() >= position;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}
