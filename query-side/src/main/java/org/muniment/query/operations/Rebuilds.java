package org.muniment.query.operations;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.type;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.BsonType;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.muniment.kernel.words.Refused;
import org.muniment.kernel.words.Sha256;
import org.muniment.query.journal.JournalWriter;
import org.muniment.query.journal.LaneClaims;
import org.muniment.query.journal.LaneHeads;
import org.muniment.query.journal.LogScan;
import org.muniment.query.journal.Timeline;
import org.muniment.query.moment.LogHead;
import org.muniment.query.moment.NotCaughtUp;
import org.muniment.query.operations.Rebuild.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The generations of read models: each is followed by every process, one is read. A new one is
 * filled up to a fixed position, verified there against a fold of its own, catches up, and is read
 * from then on; the one before goes on following, so that the switch can be taken back.
 */
public final class Rebuilds implements Followers {
    /** What all of them together are called. */
    public static final String NAME = "plan-pictures";

    private static final Logger LOG = LoggerFactory.getLogger(Rebuilds.class);
    private static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    /** The second fold is made as differently as can be. */
    private static final int OTHER_BATCH = 997;

    private static final int OTHER_LANES = 1;

    /** Each is as large as the read models and is kept up with the log. */
    private static final int MOST = 3;

    private static final Bson UNDER_WAY = in("state", State.FILLING.name(), State.VERIFYING.name());

    private final ReadModels models;
    private final LogScan log;
    private final LogHead head;
    private final LogFold fold;
    private final Clock clock;
    private final String node;
    private final MongoCollection<Document> documents;
    private final Map<Integer, Following> following = new ConcurrentHashMap<>();
    private volatile Thread looking;
    private volatile boolean reading;

    /** Names of what a generation runs on in this process. */
    private record Following(LogFollower follower, Limit limit) {}

    /** How far a generation is filled for the present. */
    private static final class Limit {
        private volatile long position = Long.MAX_VALUE;
    }

    Rebuilds(ReadModels models, LogScan log, LogHead head, LogFold fold, Clock clock, String node) {
        this.models = models;
        this.log = log;
        this.head = head;
        this.fold = fold;
        this.clock = clock;
        this.node = node;
        documents = models.store().getCollection(ReadModels.GENERATIONS);
    }

    void arrived() {
        following.values().forEach(it -> it.follower().arrived());
    }

    /** Returns when the generation that is read knows the log, or could not. */
    void start() {
        insert(new Document("_id", ReadModels.FIRST).append("state", State.FOLLOWING.name()));
        look();
        Following read = following.get(models.latest());
        read.follower().awaitFirst();
        keepLooking();
    }

    /** For a process that reads what others write. */
    void readOnly() {
        reading = true;
        keepLooking();
    }

    private void keepLooking() {
        looking = new Thread(this::repeat, "read-models");
        looking.setDaemon(true);
        looking.start();
    }

    void stop() {
        Thread running = looking;
        looking = null;
        if (running != null) {
            running.interrupt();
        }
        following.values().forEach(it -> it.follower().stop());
    }

    private void repeat() {
        while (looking == Thread.currentThread()) {
            try {
                Thread.sleep(BETWEEN_LOOKS.toMillis());
                look();
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException failed) {
                LOG.warn("The generations of read models could not be looked at", failed);
            }
        }
    }

    /** Follows what is to be followed, and no more; reads what is to be read. */
    synchronized void look() {
        if (reading) {
            models.refresh();
            return;
        }
        documents.updateMany(
                and(UNDER_WAY, lt("seen", clock.millis() - CLAIM_TIMEOUT.toMillis())),
                combine(
                        set("state", State.FAILED.name()),
                        set("reason", "The process that rebuilt it ended.")));
        Map<Integer, Document> live = new TreeMap<>();
        for (Document stored : documents.find(type("_id", BsonType.INT32))) {
            if (!State.FAILED.name().equals(stored.getString("state"))) {
                live.put(stored.getInteger("_id"), stored);
            }
        }
        List.copyOf(following.keySet()).stream()
                .filter(number -> !live.containsKey(number))
                .forEach(number -> following.remove(number).follower().stop());
        live.forEach(
                (number, stored) ->
                        following.computeIfAbsent(number, this::follow).limit().position =
                                limit(stored));
        live.keySet().forEach(number -> following.get(number).follower().start());
        models.refresh();
    }

    private static long limit(Document stored) {
        Long until = stored.getLong("until");
        return until == null ? Long.MAX_VALUE : until;
    }

    private Following follow(int number) {
        MongoDatabase database = models.generation(number);
        LaneHeads heads = models.heads(number);
        Limit limit = new Limit();
        LogFollower follower =
                new LogFollower(
                        "read-side-" + number,
                        log,
                        new JournalWriter(
                                database, new Timeline(database), heads, fold.in(database), log),
                        new LaneClaims(database, clock, CLAIM_TIMEOUT, node),
                        () -> limit.position);
        return new Following(follower, limit);
    }

    @Override
    public String trouble() {
        Following read = following.get(models.latest());
        if (reading) {
            return null;
        }
        if (read == null || !read.follower().isRunning()) {
            return "nothing follows the log";
        }
        return read.follower().trouble();
    }

    /**
     * Begins a new generation.
     *
     * @throws Refused where one is under way, or there are as many as there may be
     */
    public synchronized int begin(String by) {
        if (reading) {
            throw Refused.by("no-lanes", "this process keeps no read models; ask one that does");
        }
        int number = newest() + 1;
        if (isUnderWay()) {
            throw Refused.by("rebuild-under-way", "a rebuild is under way already");
        }
        if (documents.countDocuments(eq("state", State.FOLLOWING.name())) >= MOST) {
            throw Refused.by(
                    "too-many-generations",
                    "%d generations follow the log already: drop one first".formatted(MOST));
        }
        models.drop(number);
        long until = head.position();
        boolean mine =
                insert(
                        new Document("_id", number)
                                .append("state", State.FILLING.name())
                                .append("by", by)
                                .append("begun", clock.millis())
                                .append("seen", clock.millis())
                                .append("target", until)
                                .append("until", until));
        if (!mine) {
            throw Refused.by("rebuild-under-way", "a rebuild is under way already");
        }
        look();
        Thread thread = new Thread(() -> carryOut(number, until, by), "rebuild-" + number);
        thread.setDaemon(true);
        thread.start();
        return number;
    }

    private int newest() {
        Document newest =
                documents.find(type("_id", BsonType.INT32)).sort(Sorts.descending("_id")).first();
        return newest == null ? ReadModels.FIRST : newest.getInteger("_id");
    }

    private void carryOut(int number, long until, String by) {
        try {
            LOG.info("Generation {} of the read models is filled with {} events", number, until);
            awaitPosition(number, until);
            change(number, set("state", State.VERIFYING.name()));
            verify(number, until);
            change(
                    number,
                    combine(
                            set("state", State.FOLLOWING.name()),
                            set("verified", clock.millis()),
                            set("until", null)));
            look();
            awaitPosition(number, head.position());
            switchTo(number, by);
        } catch (RuntimeException failed) {
            LOG.error("Generation {} of the read models is not used", number, failed);
            change(
                    number,
                    combine(set("state", State.FAILED.name()), set("reason", failed.getMessage())));
        }
    }

    /** While it takes, it is said that somebody is at it. */
    private void awaitPosition(int number, long position) {
        while (!models.heads(number).await(position, BETWEEN_LOOKS)) {
            Following taking = following.get(number);
            if (taking == null || !taking.follower().isRunning()) {
                throw new IllegalStateException("It was stopped before it was filled.");
            }
            change(number, set("seen", clock.millis()));
        }
    }

    private void verify(int number, long until) {
        String scratch = "check-" + number + "-";
        Thread beat = beating(number);
        try {
            models.drop(scratch);
            SortedMap<String, String> expected =
                    fold.into(models.named(scratch), OTHER_LANES, OTHER_BATCH, until);
            SortedMap<String, String> found = fold.digest(models.generation(number));
            List<String> differing = differing(expected, found);
            if (!differing.isEmpty()) {
                throw new IllegalStateException(
                        "It is not what the log gives: " + String.join(", ", differing) + ".");
            }
            change(number, set("digest", Sha256.of(found.toString()).value()));
        } finally {
            beat.interrupt();
            models.drop(scratch);
        }
    }

    private Thread beating(int number) {
        Thread thread =
                new Thread(
                        () -> {
                            try {
                                while (true) {
                                    change(number, set("seen", clock.millis()));
                                    Thread.sleep(BETWEEN_LOOKS.toMillis());
                                }
                            } catch (InterruptedException done) {
                                Thread.currentThread().interrupt();
                            }
                        },
                        "verify-" + number);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    static List<String> differing(SortedMap<String, String> one, SortedMap<String, String> other) {
        return one.keySet().stream()
                .filter(name -> !Objects.equals(one.get(name), other.get(name)))
                .toList();
    }

    /**
     * From now on this generation is read.
     *
     * @throws Refused where it does not follow the log
     * @throws NotCaughtUp where it has not reached the end of the log
     */
    public void switchTo(int number, String by) {
        Rebuild target = of(number);
        if (target.state() != State.FOLLOWING) {
            throw Refused.by("not-following", "this generation does not follow the log");
        }
        long position = head.position();
        if (!models.heads(number).await(position, PATIENCE)) {
            throw new NotCaughtUp(position);
        }
        int before = models.latest();
        models.switchTo(number);
        if (before != number) {
            change(number, set("before", before));
        }
        LOG.info(
                "From position {} on generation {} of the read models is read, by {}",
                position,
                number,
                by);
    }

    /**
     * The generation that was read before this one is read again.
     *
     * @return its number
     * @throws Refused where this one is not read, or there was none before it
     */
    public int switchBack(int number, String by) {
        Integer before = document(number).getInteger("before");
        if (number != models.latest() || before == null) {
            throw Refused.by("not-switched", "this generation did not take another's place");
        }
        switchTo(before, by);
        return before;
    }

    public boolean isUnderWay() {
        return documents.countDocuments(UNDER_WAY) > 0;
    }

    /**
     * Drops its collections.
     *
     * @throws Refused where it is read, or still being filled
     */
    public synchronized void drop(int number) {
        Rebuild target = of(number);
        if (target.current()) {
            throw Refused.by("in-use", "this generation is the one that is read");
        }
        if (target.state() == State.FILLING || target.state() == State.VERIFYING) {
            throw Refused.by("rebuild-under-way", "this generation is being filled");
        }
        change(number, combine(set("state", State.FAILED.name()), set("reason", "Dropped.")));
        look();
        models.drop(number);
    }

    /** All that were ever begun, the newest first. */
    public List<Rebuild> all() {
        return documents
                .find(type("_id", BsonType.INT32))
                .sort(Sorts.descending("_id"))
                .map(this::rebuild)
                .into(new ArrayList<>());
    }

    /**
     * @throws UnknownGeneration where there is none
     */
    public Rebuild of(int number) {
        return rebuild(document(number));
    }

    private Document document(int number) {
        Document stored = documents.find(eq("_id", number)).first();
        if (stored == null) {
            throw new UnknownGeneration(number);
        }
        return stored;
    }

    private Rebuild rebuild(Document stored) {
        int number = stored.getInteger("_id");
        State state = State.valueOf(stored.getString("state"));
        Following known = following.get(number);
        long position = known == null ? 0 : models.heads(number).head().position();
        Long target = stored.getLong("target");
        Instant begun = instant(stored.getLong("begun"));
        Long rate = null;
        Duration left = null;
        if (state == State.FILLING) {
            long millis = Math.max(1, clock.millis() - begun.toEpochMilli());
            rate = position * 1_000 / millis;
            left = rate == 0 ? null : Duration.ofSeconds((target - position) / rate);
        }
        return new Rebuild(
                number,
                state,
                number == models.latest(),
                stored.getString("by"),
                begun,
                instant(stored.getLong("verified")),
                position,
                target,
                rate,
                left,
                stored.getString("digest"),
                stored.getString("reason"));
    }

    private static Instant instant(Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    private void change(int number, Bson change) {
        documents.updateOne(eq("_id", number), change);
    }

    private boolean insert(Document document) {
        try {
            documents.insertOne(document);
            return true;
        } catch (MongoWriteException taken) {
            if (taken.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw taken;
            }
            return false;
        }
    }
}
