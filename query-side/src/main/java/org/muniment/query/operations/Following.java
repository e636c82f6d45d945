package org.muniment.query.operations;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.muniment.query.journal.JournalWriter;
import org.muniment.query.journal.LaneClaims;
import org.muniment.query.journal.LogScan;
import org.muniment.query.journal.Timeline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the log, in this process, into every generation of read models there is. */
final class Following implements Followers {
    static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(Following.class);
    private static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(10);

    private final ReadModels models;
    private final Generations generations;
    private final LogScan log;
    private final LogFold fold;
    private final Clock clock;
    private final String node;
    private final boolean writing;
    private final Map<Integer, Followed> followed = new ConcurrentHashMap<>();
    private volatile Thread looking;

    /** {@code until} is how far it is filled for the present. */
    private static final class Followed {
        private volatile long until;
        private LogFollower follower;
    }

    /** {@code writing} is false of a process that reads what others write. */
    Following(
            ReadModels models,
            Generations generations,
            LogScan log,
            LogFold fold,
            Clock clock,
            String node,
            boolean writing) {
        this.models = models;
        this.generations = generations;
        this.log = log;
        this.fold = fold;
        this.clock = clock;
        this.node = node;
        this.writing = writing;
    }

    boolean isWriting() {
        return writing;
    }

    /** Returns when the generation that is read knows the log, or could not. */
    void start() {
        if (writing) {
            generations.addFirst();
            look();
            followed.get(models.latest()).follower.awaitFirst();
        }
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
        followed.values().forEach(it -> it.follower.stop());
    }

    void arrived() {
        followed.values().forEach(it -> it.follower.arrived());
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
        if (writing) {
            generations.failAbandoned();
            follow(generations.followed());
        }
        models.refresh();
    }

    private void follow(Map<Integer, Long> wanted) {
        List.copyOf(followed.keySet()).stream()
                .filter(number -> !wanted.containsKey(number))
                .forEach(number -> followed.remove(number).follower.stop());
        wanted.forEach(
                (number, until) -> followed.computeIfAbsent(number, this::followed).until = until);
        followed.values().forEach(it -> it.follower.start());
    }

    private Followed followed(int number) {
        MongoDatabase database = models.generation(number);
        Followed made = new Followed();
        made.follower =
                new LogFollower(
                        "read-side-" + number,
                        log,
                        new JournalWriter(
                                database,
                                new Timeline(database),
                                models.heads(number),
                                fold.in(database),
                                log),
                        new LaneClaims(database, clock, CLAIM_TIMEOUT, node),
                        () -> made.until);
        return made;
    }

    /** Whether this process takes the log into this generation. */
    boolean isFollowing(int number) {
        Followed taking = followed.get(number);
        return taking != null && taking.follower.isRunning();
    }

    /** How many events this generation is known to hold; 0 where nobody here follows into it. */
    long position(int number) {
        return followed.containsKey(number) ? models.heads(number).head().position() : 0;
    }

    @Override
    public String trouble() {
        if (!writing) {
            return null;
        }
        Followed read = followed.get(models.latest());
        return read == null || !read.follower.isRunning()
                ? "nothing follows the log"
                : read.follower.trouble();
    }
}
