package org.muniment.ops.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muniment.ops.Patience;
import org.muniment.ops.turn.TakesTurn;

/** Time passes here only where a test says so, and for each process on its own. */
class LeaseTest {
    private final Process one = new Process("one");
    private final Process two = new Process("two");
    private MongoServer server;
    private MongoClient client;

    @BeforeEach
    void start() {
        server = new MongoServer(new MemoryBackend());
        client = MongoClients.create(server.bindAndGetConnectionString());
        one.open();
        two.open();
    }

    @AfterEach
    void stop() {
        client.close();
        server.shutdownNow();
    }

    @Test
    void whoeverIsFirstHasItAndKeepsItAsLongAsItSaysSo() {
        one.takes();

        for (int i = 0; i < 20; i++) {
            one.passes(Lease.BEAT);
            two.passes(Lease.BEAT);
            one.lease.beat();
            two.lease.beat();
        }

        assertThat(one.lease.isMine()).isTrue();
        assertThat(two.lease.isMine()).isFalse();
        assertThat(one.turns).hasValue(1);
    }

    @Test
    void whoeverFallsSilentBelievesItNoLongerBeforeAnotherMayTakeIt() {
        one.takes();
        two.lease.beat();

        one.passes(Lease.BELIEVED);
        assertThat(one.lease.isMine()).isFalse();
        two.passes(Lease.BELIEVED);
        two.lease.beat();
        two.passes(Lease.GIVEN_UP.minus(Lease.BELIEVED).minusMillis(1));
        two.lease.beat();
        assertThat(two.turns).hasValue(0);

        two.passes(Duration.ofMillis(1));
        two.takes();
    }

    @Test
    void whoeverWasStoppedFindsThatItsTurnIsOver() {
        one.takes();
        two.lease.beat();
        two.passes(Lease.GIVEN_UP);
        two.takes();

        one.lease.beat();

        Patience.await().until(() -> one.ends.get() == 1);
        assertThat(one.lease.isMine()).isFalse();
        assertThat(two.lease.isMine()).isTrue();
    }

    @Test
    void whoeverClosesGivesItToTheNextAtOnce() {
        one.takes();

        one.lease.close();

        assertThat(one.lease.isMine()).isFalse();
        two.takes();
    }

    @Test
    void whoeverFindsTheLogUnfitGivesItBack() {
        one.fault = new IllegalStateException("not the log that was sealed");
        one.lease.beat();
        Patience.await().until(() -> one.ends.get() == 1);

        assertThat(one.lease.isMine()).isFalse();
        Patience.await()
                .until(
                        () -> {
                            two.lease.beat();
                            return two.lease.isMine();
                        });
    }

    @Test
    void itIsNobodysTurnBeforeEverythingThatBeginsWithItHasBegun() {
        AtomicInteger mineWhileBeginning = new AtomicInteger();
        one.onTurn = () -> mineWhileBeginning.addAndGet(one.lease.isMine() ? 1 : 0);

        one.takes();

        assertThat(mineWhileBeginning).hasValue(0);
    }

    /** One of the processes, with a clock of its own. */
    private final class Process implements TakesTurn {
        private final String name;
        private final AtomicLong nanos = new AtomicLong(1);
        private final AtomicInteger turns = new AtomicInteger();
        private final AtomicInteger ends = new AtomicInteger();
        private volatile RuntimeException fault;
        private volatile Runnable onTurn = () -> {};
        private Lease lease;

        Process(String name) {
            this.name = name;
        }

        void open() {
            lease = new Lease(client.getDatabase("common"), name, () -> List.of(this), nanos::get);
        }

        void takes() {
            lease.beat();
            Patience.await().until(lease::isMine);
        }

        void passes(Duration time) {
            nanos.addAndGet(time.toNanos());
        }

        @Override
        public void takeTurn() {
            onTurn.run();
            if (fault != null) {
                throw fault;
            }
            turns.incrementAndGet();
        }

        @Override
        public void endTurn() {
            ends.incrementAndGet();
        }
    }
}
