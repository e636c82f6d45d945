package org.muniment.query.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.Size;
import org.muniment.kernel.plan.PlanId;
import org.muniment.query.journal.JournalWriter.Recorded;

/**
 * Whatever befalls two processes that write the same read models, their contents are those of a
 * fresh fold in the end.
 */
class ScheduleTest {
    private static final int EVENTS = 260;
    private static final int LONGEST_PIECE = 60;

    /** What can happen between two pieces. */
    enum Happening {
        TAKEN,
        TAKEN_BY_THE_OTHER,
        CRASH,
        DELIVERED_AGAIN,
        REWOUND,
        OUTAGE,
        SHARED_OUT_ANEW
    }

    @Property(tries = 20, shrinking = ShrinkingMode.OFF)
    void contentsAreThoseOfAFreshFold(
            @ForAll long seed, @ForAll @Size(min = 10, max = 60) List<Happening> schedule) {
        Random random = new Random(seed);
        PoisonedLog log = log(random);
        try (ReadStore store = new ReadStore()) {
            Node[] nodes = {new Node(log, store), new Node(log, store)};
            for (Happening happening : schedule) {
                befall(happening, nodes, log, store, random);
            }
            Node last = new Node(log, store);
            last.finish();

            assertThat(content(log, store)).isEqualTo(freshFold(log));
        }
    }

    private static void befall(
            Happening happening, Node[] nodes, PoisonedLog log, ReadStore store, Random random) {
        int which = random.nextInt(2);
        switch (happening) {
            case TAKEN -> nodes[0].take(random);
            case TAKEN_BY_THE_OTHER -> nodes[1].take(random);
            case CRASH -> nodes[which] = new Node(log, store);
            case DELIVERED_AGAIN -> nodes[which].takeAgain(random);
            case REWOUND -> rewind(store, random);
            case OUTAGE -> {
                nodes[which].takeUntilAway(random);
                nodes[which] = new Node(log, store);
            }
            case SHARED_OUT_ANEW -> shareOut(nodes, random);
            default -> throw new IllegalArgumentException("unknown: " + happening);
        }
    }

    private static void rewind(ReadStore store, Random random) {
        store.database()
                .getCollection(LaneHeads.NAME)
                .updateMany(
                        Filters.and(
                                Filters.regex("_id", "^lane/"),
                                Filters.gt("position", (long) random.nextInt(EVENTS))),
                        Updates.set("position", (long) random.nextInt(20)));
    }

    private static void shareOut(Node[] nodes, Random random) {
        TreeSet<Integer> one = new TreeSet<>();
        TreeSet<Integer> other = new TreeSet<>();
        for (int lane : nodes[0].heads.all()) {
            (random.nextBoolean() ? one : other).add(lane);
        }
        nodes[0].writer.hold(one);
        nodes[1].writer.hold(other);
    }

    private static PoisonedLog log(Random random) {
        PoisonedLog log = new PoisonedLog();
        List<PlanId> plans =
                List.of(
                        PoisonedLog.ONE,
                        PoisonedLog.OTHER,
                        new PlanId("third"),
                        new PlanId("fourth"));
        plans.subList(2, 4).forEach(log::adopt);
        TreeSet<Long> letters = new TreeSet<>();
        while (log.head() < EVENTS) {
            PlanId plan = plans.get(random.nextInt(plans.size()));
            int what = random.nextInt(40);
            if (what == 0) {
                letters.add(log.unreadable(plan));
            } else if (what == 1) {
                letters.add(log.actualOfUnknownKpi(plan, "none"));
            } else if (what == 2) {
                letters.add(log.unreadableMeeting());
            } else if (what == 3 && !letters.isEmpty()) {
                log.retry(letters.first());
            } else if (what <= 5 && !letters.isEmpty()) {
                log.evict(letters.pollFirst());
            } else {
                log.actual(plan);
            }
        }
        return log;
    }

    private static SortedMap<String, String> content(PoisonedLog log, ReadStore store) {
        return ContentDigest.of(store.database(), log.keepers(store.database()));
    }

    private static SortedMap<String, String> freshFold(PoisonedLog log) {
        try (ReadStore fresh = new ReadStore()) {
            log.writer(fresh.database()).write(log.events());
            return content(log, fresh);
        }
    }

    /** A process: what it has read of the store is its own. */
    private static final class Node {
        private final PoisonedLog log;
        private final ReadStore store;
        private final LaneHeads heads;
        private final JournalWriter writer;

        Node(PoisonedLog log, ReadStore store) {
            this.log = log;
            this.store = store;
            heads = new LaneHeads(store.database(), LaneHeads.LANES);
            writer = log.writer(store.database(), heads);
        }

        void take(Random random) {
            writer.look();
            int from = (int) writer.reached();
            write(writer, from, from + 1 + random.nextInt(LONGEST_PIECE));
        }

        /** By a writer that does not know that it was taken before. */
        void takeAgain(Random random) {
            Node late = new Node(log, store);
            int from = (int) late.writer.reached();
            take(random);
            late.write(late.writer, from, from + 1 + random.nextInt(LONGEST_PIECE));
        }

        void takeUntilAway(Random random) {
            JournalWriter cut =
                    log.writer(
                            new Outage(store.database(), random.nextInt(12)).database(),
                            new LaneHeads(store.database(), LaneHeads.LANES));
            int from = (int) cut.reached();
            write(cut, from, from + 1 + random.nextInt(LONGEST_PIECE));
        }

        void finish() {
            while (heads.head().position() < log.head()) {
                int from = (int) writer.reached();
                write(writer, from, from + LONGEST_PIECE);
            }
        }

        /** What a process does that is told of an outage: it begins again. */
        private void write(JournalWriter by, int from, int to) {
            List<Recorded> piece = log.events().subList(from, (int) Math.min(to, log.head()));
            try {
                by.write(piece);
            } catch (MongoException away) {
                by.forget();
            }
        }
    }
}
