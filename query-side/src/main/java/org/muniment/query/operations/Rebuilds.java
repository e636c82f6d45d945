package org.muniment.query.operations;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import org.muniment.kernel.words.Refused;
import org.muniment.kernel.words.Sha256;
import org.muniment.query.moment.LogHead;
import org.muniment.query.moment.NotCaughtUp;
import org.muniment.query.operations.Generations.Known;
import org.muniment.query.operations.Rebuild.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rebuilds of the read models: a new generation is filled up to a fixed position, verified there
 * against a fold of its own, catches up, and is read from then on; the one before goes on
 * following, so that the switch can be taken back.
 */
public final class Rebuilds {
    /** What all generations together are called. */
    public static final String NAME = "plan-pictures";

    private static final Logger LOG = LoggerFactory.getLogger(Rebuilds.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** The second fold is made as differently as can be. */
    private static final int OTHER_BATCH = 997;

    private static final int OTHER_LANES = 1;

    /** Each is as large as the read models and is kept up with the log. */
    private static final int MOST = 3;

    private final ReadModels models;
    private final Generations generations;
    private final Following following;
    private final LogHead head;
    private final LogFold fold;
    private final Clock clock;

    Rebuilds(
            ReadModels models,
            Generations generations,
            Following following,
            LogHead head,
            LogFold fold,
            Clock clock) {
        this.models = models;
        this.generations = generations;
        this.following = following;
        this.head = head;
        this.fold = fold;
        this.clock = clock;
    }

    /**
     * Begins a new generation.
     *
     * @return its number
     * @throws Refused where one is under way, or there are as many as there may be
     */
    public synchronized int begin(String by) {
        if (!following.isWriting()) {
            throw Refused.by("no-lanes", "this process keeps no read models; ask one that does");
        }
        int number = generations.newest() + 1;
        if (generations.isUnderWay()) {
            throw underWay();
        }
        if (generations.followed().size() >= MOST) {
            throw Refused.by(
                    "too-many-generations",
                    "%d generations follow the log already: drop one first".formatted(MOST));
        }
        models.drop(number);
        long until = head.position();
        if (!generations.begin(number, by, until)) {
            throw underWay();
        }
        following.look();
        inBackground("rebuild-" + number, () -> carryOut(number, until, by));
        return number;
    }

    private static Refused underWay() {
        return Refused.by("rebuild-under-way", "a rebuild is under way already");
    }

    private static Thread inBackground(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void carryOut(int number, long until, String by) {
        try {
            LOG.info("Generation {} of the read models is filled with {} events", number, until);
            awaitPosition(number, until);
            generations.filled(number);
            generations.verified(number, verify(number, until));
            following.look();
            awaitPosition(number, head.position());
            switchTo(number, by);
        } catch (RuntimeException failed) {
            LOG.error("Generation {} of the read models is not used", number, failed);
            generations.failed(number, failed.getMessage());
        }
    }

    /** While it takes, it is said that somebody is at it. */
    private void awaitPosition(int number, long position) {
        while (!models.heads(number).await(position, Following.BETWEEN_LOOKS)) {
            if (!following.isFollowing(number)) {
                throw new IllegalStateException("It was stopped before it was filled.");
            }
            generations.seen(number);
        }
    }

    /** The digest of what both folds gave. */
    private String verify(int number, long until) {
        String scratch = "check-" + number + "-";
        Thread beat = inBackground("verify-" + number, () -> beat(number));
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
            return Sha256.of(found.toString()).value();
        } finally {
            beat.interrupt();
            models.drop(scratch);
        }
    }

    private void beat(int number) {
        try {
            while (true) {
                generations.seen(number);
                Thread.sleep(Following.BETWEEN_LOOKS.toMillis());
            }
        } catch (InterruptedException done) {
            Thread.currentThread().interrupt();
        }
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
        if (generations.of(number).state() != State.FOLLOWING) {
            throw Refused.by("not-following", "this generation does not follow the log");
        }
        long position = head.position();
        if (!models.heads(number).await(position, PATIENCE)) {
            throw new NotCaughtUp(position);
        }
        int before = models.latest();
        models.switchTo(number);
        if (before != number) {
            generations.tookPlaceOf(number, before);
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
        Integer before = generations.of(number).before();
        if (number != models.latest() || before == null) {
            throw Refused.by("not-switched", "this generation did not take another's place");
        }
        switchTo(before, by);
        return before;
    }

    public boolean isUnderWay() {
        return generations.isUnderWay();
    }

    /**
     * Drops its collections.
     *
     * @throws Refused where it is read, or still being filled
     */
    public synchronized void drop(int number) {
        Known target = generations.of(number);
        if (number == models.latest()) {
            throw Refused.by("in-use", "this generation is the one that is read");
        }
        if (target.isUnderWay()) {
            throw Refused.by("rebuild-under-way", "this generation is being filled");
        }
        generations.failed(number, "Dropped.");
        following.look();
        models.drop(number);
    }

    /** All that were ever begun, the newest first. */
    public List<Rebuild> all() {
        return generations.all().stream().map(this::rebuild).toList();
    }

    /**
     * @throws UnknownGeneration where there is none
     */
    public Rebuild of(int number) {
        return rebuild(generations.of(number));
    }

    private Rebuild rebuild(Known known) {
        return Rebuild.of(
                known,
                known.number() == models.latest(),
                following.position(known.number()),
                clock.instant());
    }
}
