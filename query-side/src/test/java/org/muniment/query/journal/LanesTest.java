package org.muniment.query.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.muniment.kernel.plan.PlanId;

/** Several processes write one set of read models, each some of its lanes. */
class LanesTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration LONG = Duration.ofSeconds(30);

    private final ReadStore store = new ReadStore();
    private final PoisonedLog log = new PoisonedLog();
    private final Ticking clock = new Ticking();
    private final Node here = new Node("here");
    private final Node there = new Node("there");

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void oneNodeHasAllLanes() {
        assertThat(here.renew()).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
    }

    @Test
    void aSecondNodeIsGivenAFairShare() {
        here.renew();
        assertThat(there.renew()).isEmpty();

        assertThat(here.renew()).containsExactlyInAnyOrder(0, 1, 2);
        assertThat(there.renew()).containsExactlyInAnyOrder(3, 4);
        assertThat(here.renew()).containsExactlyInAnyOrder(0, 1, 2);
    }

    @Test
    void aNodeThatLeavesIsReplacedAtOnceAndOneThatDiesWhenItsClaimsLapse() {
        share();
        here.claims.release();
        assertThat(there.renew()).hasSize(5);

        here.renew();
        there.renew();
        here.renew();
        clock.now = clock.now.plus(TIMEOUT).minusMillis(1);
        assertThat(here.renew()).hasSizeLessThan(5);
        clock.now = clock.now.plusMillis(2);
        assertThat(here.renew()).hasSize(5);
    }

    @Test
    void whatOneNodeHasWrittenIsAwaitedOnTheOther() {
        share();
        CompletableFuture<Boolean> waiting =
                CompletableFuture.supplyAsync(() -> here.heads.await(log.head(), LONG));

        here.take();
        assertThat(here.heads.head().position()).isZero();
        there.take();

        assertThat(waiting.join()).isTrue();
        assertThat(new Journal(store.database()).knownAt(PoisonedLog.ONE, log.head())).isNotNull();
    }

    @Test
    void whatNobodyWritesIsNotSaidToBeKnown() {
        share();
        here.take();

        assertThat(here.heads.await(log.head(), Duration.ofMillis(20))).isFalse();
    }

    @Test
    void aLaneThatWasTakenOverIsWrittenOnByTheOther() {
        addFigures(100);
        share();
        here.take();
        addFigures(100);
        clock.now = clock.now.plus(TIMEOUT).plusMillis(1);

        assertThat(there.renew()).hasSize(5);
        there.take();
        addFigures(3);
        here.take();
        there.take();

        assertThat(there.heads.head().position()).isEqualTo(log.head());
        assertThat(content()).isEqualTo(freshFold());
    }

    @Test
    void twoNodesThatBothBelieveToHoldEverythingChangeNothing() {
        addFigures(300);
        for (int upTo = 50; upTo <= log.head(); upTo += 50) {
            here.writer.write(log.events().subList(0, upTo));
            there.writer.write(log.events().subList(0, upTo - 20));
        }
        here.writer.write(log.events());

        assertThat(content()).isEqualTo(freshFold());
    }

    @Test
    void rewoundPositionsAreNoticedAndWhatIsTakenAgainChangesNothing() {
        addFigures(300);
        here.writer.write(log.events());
        store.database()
                .getCollection(LaneHeads.NAME)
                .updateMany(Filters.regex("_id", "^lane/"), Updates.set("position", 20L));

        assertThat(noticed()).isTrue();
        assertThat(here.writer.reached()).isEqualTo(20);
        here.writer.forget();
        here.writer.write(log.events().subList(20, (int) log.head()));

        assertThat(content()).isEqualTo(freshFold());
    }

    @Test
    void anEmptiedStoreIsNoticedAndFilledAgain() {
        addFigures(300);
        here.writer.write(log.events());
        store.database().drop();

        assertThat(noticed()).isTrue();
        assertThat(here.heads.await(1, Duration.ofMillis(1))).isFalse();
        here.writer.forget();
        here.writer.write(log.events());

        assertThat(content()).isEqualTo(freshFold());
    }

    @Test
    void aWriteIntoAnEmptiedStoreIsNotTakenForDone() {
        here.writer.write(log.events());
        store.database().drop();
        long before = log.actual(PoisonedLog.ONE) - 1;

        try {
            here.writer.write(log.events());
        } catch (RuntimeException lost) {
            here.writer.forget();
        }
        assertThat(here.heads.head().position()).isEqualTo(before);
        assertThat(noticed()).isTrue();
    }

    @Test
    void whatAReadSideOfOneLaneHadReachedIsWhereLanesBegin() {
        log.writer(store.database()).write(log.events());
        store.database().getCollection(LaneHeads.NAME).drop();
        store.database()
                .getCollection(LaneHeads.NAME)
                .insertOne(
                        new Document("_id", "log")
                                .append("position", log.head())
                                .append("recordedAt", 7L));

        LaneHeads heads = new LaneHeads(store.database(), LaneHeads.LANES);
        assertThat(heads.head()).isEqualTo(new LaneHeads.Head(log.head(), Instant.ofEpochMilli(7)));
    }

    @Test
    void theNumberOfLanesIsThatOfTheStore() {
        new LaneHeads(store.database(), 2);

        assertThat(new LaneHeads(store.database(), 7).all()).isEqualTo(here.heads.all());
    }

    private void share() {
        here.renew();
        there.renew();
        here.renew();
        there.renew();
    }

    private boolean noticed() {
        return here.heads.look();
    }

    private void addFigures(int count) {
        for (int i = 0; i < count; i++) {
            log.actual(i % 3 == 0 ? PoisonedLog.OTHER : PoisonedLog.ONE);
        }
        PlanId plan = new PlanId("plan-" + log.head());
        log.adopt(plan);
        log.actual(plan);
    }

    private SortedMap<String, String> content() {
        return ContentDigest.of(store.database(), log.keepers(store.database()));
    }

    private SortedMap<String, String> freshFold() {
        try (ReadStore fresh = new ReadStore()) {
            log.writer(fresh.database()).write(log.events());
            return ContentDigest.of(fresh.database(), log.keepers(fresh.database()));
        }
    }

    /** A process, without the thread that would follow the log. */
    private final class Node {
        private final LaneHeads heads = new LaneHeads(store.database(), LaneHeads.LANES);
        private final JournalWriter writer = log.writer(store.database(), heads);
        private final LaneClaims claims;

        Node(String name) {
            claims = new LaneClaims(store.database(), clock, TIMEOUT, name);
        }

        Set<Integer> renew() {
            writer.hold(claims.renew());
            return writer.held();
        }

        void take() {
            int reached = (int) writer.reached();
            writer.write(log.events().subList(reached, (int) log.head()));
        }
    }

    private static final class Ticking extends Clock {
        private Instant now = Instant.parse("2017-09-14T12:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
