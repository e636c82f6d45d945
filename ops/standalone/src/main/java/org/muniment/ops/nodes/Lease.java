package org.muniment.ops.nodes;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.muniment.ops.turn.Leadership;
import org.muniment.ops.turn.TakesTurn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One document that says whose turn it is. Its holder counts it up; whoever has seen it stand still
 * for long enough may take it. No two clocks are compared: each process measures on its own how
 * long it has seen nothing. The holder gives up earlier than anybody may take it from them, and
 * what it then still appends, having been stopped in the middle, the log refuses if it comes late.
 */
final class Lease implements Leadership, AutoCloseable {
    static final Duration BEAT = Duration.ofSeconds(1);

    /** Without an answer for this long the holder no longer believes that it holds it. */
    static final Duration BELIEVED = Duration.ofSeconds(5);

    /** Seen standing still for this long it may be taken. */
    static final Duration GIVEN_UP = Duration.ofSeconds(8);

    private static final Logger LOG = LoggerFactory.getLogger(Lease.class);
    private static final String ID = "leader";
    private static final String NODE = "node";
    private static final String TERM = "term";
    private static final String COUNT = "count";

    private final MongoCollection<Document> leases;
    private final String node;
    private final Supplier<List<TakesTurn>> takers;
    private final LongSupplier nanos;
    private final ScheduledExecutorService beats =
            Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "lease"));
    private final ExecutorService turns =
            Executors.newSingleThreadExecutor(task -> daemon(task, "turn"));
    private Document seen;
    private long seenAt;
    private volatile long term;
    private volatile long renewedAt;
    private volatile boolean ready;

    /** Looked up once: at the end of the process they can no longer be. */
    private volatile List<TakesTurn> begun = List.of();

    /**
     * @param node names this process, like no other
     * @param takers what begins with a turn, in this order
     * @param nanos time that only grows, of this process
     */
    Lease(
            MongoDatabase database,
            String node,
            Supplier<List<TakesTurn>> takers,
            LongSupplier nanos) {
        this.leases = database.getCollection("leases");
        this.node = node;
        this.takers = takers;
        this.nanos = nanos;
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    void start() {
        beats.scheduleWithFixedDelay(this::beat, 0, BEAT.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whether it holds the lease and everything that begins with a turn has begun. */
    @Override
    public boolean isMine() {
        return ready && isBelieved();
    }

    private boolean isBelieved() {
        return term > 0 && nanos.getAsLong() - renewedAt < BELIEVED.toNanos();
    }

    /** One look: keeps the lease, or finds out whether it may be taken. */
    synchronized void beat() {
        try {
            if (term > 0) {
                renew();
            } else {
                look();
            }
        } catch (MongoException unreachable) {
            if (term > 0 && !isBelieved()) {
                lose("the lease could not be renewed: " + unreachable.getMessage());
            }
        }
    }

    private void renew() {
        long asked = nanos.getAsLong();
        if (update(held(), inc(COUNT, 1))) {
            renewedAt = asked;
        } else {
            lose("another process holds the lease");
        }
    }

    private void look() {
        Document now = leases.find(eq("_id", ID)).first();
        if (now == null) {
            take(insert());
        } else if (now.getString(NODE) == null || hasStoodStill(now)) {
            long next = now.getLong(TERM) + 1;
            boolean taken =
                    update(
                            and(
                                    eq("_id", ID),
                                    eq(TERM, now.getLong(TERM)),
                                    eq(COUNT, now.getLong(COUNT))),
                            combine(set(NODE, node), set(TERM, next), set(COUNT, 0L)));
            take(taken ? next : 0);
        }
    }

    private boolean hasStoodStill(Document now) {
        if (!now.equals(seen)) {
            seen = now;
            seenAt = nanos.getAsLong();
        }
        return nanos.getAsLong() - seenAt >= GIVEN_UP.toNanos();
    }

    private long insert() {
        try {
            leases.insertOne(
                    new Document("_id", ID).append(NODE, node).append(TERM, 1L).append(COUNT, 0L));
            return 1;
        } catch (MongoWriteException anotherWasFirst) {
            return 0;
        }
    }

    private void take(long taken) {
        if (taken > 0) {
            renewedAt = nanos.getAsLong();
            term = taken;
            LOG.info("This process takes turn {}", taken);
            turns.execute(() -> begin(taken));
        }
    }

    /** May take long: the log is checked first. The lease is renewed meanwhile. */
    private void begin(long taken) {
        try {
            begun = takers.get();
            begun.forEach(TakesTurn::takeTurn);
            synchronized (this) {
                ready = term == taken;
            }
        } catch (RuntimeException unfit) {
            LOG.error("This process cannot take its turn", unfit);
            release();
        }
    }

    private synchronized void lose(String why) {
        LOG.error("The turn of this process is over: {}", why);
        end();
    }

    private synchronized void end() {
        ready = false;
        term = 0;
        seen = null;
        turns.execute(() -> begun.forEach(TakesTurn::endTurn));
    }

    /** So that another need not wait. */
    private synchronized void release() {
        if (term > 0) {
            Bson mine = held();
            LOG.info("This process gives its turn up");
            end();
            try {
                update(mine, combine(set(NODE, null), inc(COUNT, 1)));
            } catch (MongoException unreachable) {
                LOG.warn("The lease could not be given back", unreachable);
            }
        }
    }

    private Bson held() {
        return and(eq("_id", ID), eq(NODE, node), eq(TERM, term));
    }

    private boolean update(Bson which, Bson change) {
        return leases.updateOne(which, change).getMatchedCount() == 1;
    }

    @Override
    public void close() {
        beats.shutdown();
        release();
        turns.shutdown();
    }
}
