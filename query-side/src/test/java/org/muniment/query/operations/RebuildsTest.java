package org.muniment.query.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.muniment.kernel.words.Refused;
import org.muniment.query.journal.Directory;
import org.muniment.query.journal.JournalWriter.Recorded;
import org.muniment.query.journal.LogScan;
import org.muniment.query.journal.ReadStore;
import org.muniment.query.journal.RecordKeeper;
import org.muniment.query.journal.TestLog;
import org.muniment.query.operations.Rebuild.State;

/** Generations of read models, and the processes that follow the log into them. */
class RebuildsTest {
    /** More than one piece of the fold that verifies, and one piece of the one that fills. */
    private static final int EVENTS = 1_200;

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final ReadStore store = new ReadStore();
    private final List<RecordKeeper> keepers = List.of(new Directory(store.database()));
    private final List<Recorded> events = new CopyOnWriteArrayList<>(Definitions.log(EVENTS));
    private final List<Node> nodes = new ArrayList<>();

    @AfterEach
    void close() {
        nodes.forEach(Node::stop);
        store.close();
    }

    @Test
    void aNewGenerationIsVerifiedAndTellsHowLongItTook() {
        Node node = start("one", new TestLog(events));

        int number = node.rebuilds.begin("ann");
        awaitRead(node, number);

        Rebuild rebuild = node.rebuilds.of(number);
        assertThat(rebuild.state()).isEqualTo(State.FOLLOWING);
        assertThat(rebuild.target()).isEqualTo(EVENTS);
        assertThat(rebuild.filled()).isBetween(rebuild.begun(), rebuild.verified());
        assertThat(rebuild.perSecond()).isPositive();
        assertThat(rebuild.left()).isNull();
    }

    @Test
    void oneThatIsNotWhatTheLogGivesIsNotReadAndSaysSo() {
        Node node = start("one", new ToldByPiece(new TestLog(events)));

        int number = node.rebuilds.begin("ann");
        await().atMost(LONGEST)
                .untilAsserted(
                        () -> assertThat(node.rebuilds.of(number).state()).isEqualTo(State.FAILED));

        assertThat(node.rebuilds.of(number).reason())
                .isEqualTo("It is not what the log gives: journal.");
        assertThat(node.models.latest()).isEqualTo(ReadModels.FIRST);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> node.rebuilds.switchTo(number, "ann"));
        assertThat(store.database().listCollectionNames())
                .noneMatch(name -> name.startsWith("check-"));
    }

    @Test
    void oneWhoseProcessEndedIsGivenUpAndTheNextCanBegin() {
        Node node = start("one", new TestLog(events));
        Clock before = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-1));
        generations(node.models, before).begin(2, "ann", EVENTS);

        node.following.look();

        assertThat(node.rebuilds.of(2).state()).isEqualTo(State.FAILED);
        assertThat(node.rebuilds.of(2).reason()).isEqualTo("The process that rebuilt it ended.");
        awaitRead(node, node.rebuilds.begin("ann"));
        assertThat(node.models.latest()).isEqualTo(3);
    }

    @Test
    void twoProcessesShareTheWorkAndTheSwitchAndOneGoesOnAlone() {
        Node one = start("one", new TestLog(events));
        Node other = start("other", new TestLog(events));

        int number = other.rebuilds.begin("ann");
        awaitRead(other, number);
        awaitRead(one, number);

        one.stop();
        events.add(Definitions.recorded(EVENTS + 1, "k-later"));
        other.following.arrived();
        assertThat(other.models.headsRead().await(EVENTS + 1, LONGEST)).isTrue();
        assertThat(other.following.trouble()).isNull();
    }

    @Test
    void aProcessThatOnlyReadsBeginsNone() {
        Node reader = start("reader", new TestLog(events), false);

        assertThatExceptionOfType(Refused.class).isThrownBy(() -> reader.rebuilds.begin("ann"));
        assertThat(reader.following.trouble()).isNull();
    }

    private static void awaitRead(Node node, int number) {
        await().atMost(LONGEST)
                .untilAsserted(() -> assertThat(node.models.latest()).isEqualTo(number));
    }

    private Node start(String name, LogScan log) {
        return start(name, log, true);
    }

    private Node start(String name, LogScan log, boolean writing) {
        Node node = new Node(name, log, writing);
        nodes.add(node);
        node.following.start();
        return node;
    }

    private static Generations generations(ReadModels models, Clock clock) {
        return new Generations(models.store().getCollection(ReadModels.GENERATIONS), clock);
    }

    /** The read side of one process. */
    private final class Node {
        private final ReadModels models = new ReadModels(store.database(), 2);
        private final Following following;
        private final Rebuilds rebuilds;

        Node(String name, LogScan log, boolean writing) {
            Clock clock = Clock.systemUTC();
            Generations generations = generations(models, clock);
            LogFold fold = new LogFold(log, keepers);
            following = new Following(models, generations, log, fold, clock, name, writing);
            rebuilds = new Rebuilds(models, generations, following, events::size, fold, clock);
        }

        void stop() {
            following.stop();
        }
    }

    /** What it says of an event depends on how much is asked for at once. */
    private record ToldByPiece(TestLog log) implements LogScan {
        @Override
        public List<Recorded> after(long position, int limit) {
            List<Recorded> piece = log.after(position, limit);
            String metadata = "{\"by\":\"ann\",\"of\":%d}".formatted(piece.size());
            return piece.stream()
                    .map(
                            it ->
                                    new Recorded(
                                            it.position(),
                                            it.recordedAt(),
                                            it.event(),
                                            it.payload(),
                                            metadata))
                    .toList();
        }

        @Override
        public List<Recorded> named(String type) {
            return log.named(type);
        }
    }
}
