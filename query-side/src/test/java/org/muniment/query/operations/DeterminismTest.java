package org.muniment.query.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.muniment.query.journal.Directory;
import org.muniment.query.journal.JournalWriter.Recorded;
import org.muniment.query.journal.LogScan;
import org.muniment.query.journal.ReadStore;
import org.muniment.query.journal.RecordKeeper;
import org.muniment.query.journal.TestLog;

/** The same log gives the same read models, however it is cut into pieces. */
class DeterminismTest {
    private static final int EVENTS = 800;

    private final ReadStore store = new ReadStore();
    private final List<RecordKeeper> keepers = List.of(new Directory(store.database()));

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void twoFoldsOfALogAgreeAndLeaveNothingBehind() {
        Determinism determinism = over(new TestLog(Definitions.log(EVENTS)));

        Determinism.Result result = determinism.run();

        assertThat(result.agrees()).isTrue();
        assertThat(result.position()).isEqualTo(EVENTS);
        assertThat(determinism.last()).map(Determinism.Result::digest).contains(result.digest());
        assertThat(store.database().listCollectionNames())
                .noneMatch(name -> name.startsWith("twice-"));
    }

    @Test
    void aFoldThatDependsOnHowItWasCutIsCaught() {
        Determinism.Result result = over(new CutLog(new TestLog(Definitions.log(EVENTS)))).run();

        assertThat(result.agrees()).isFalse();
        assertThat(result.differing()).containsExactly("journal");
    }

    @Test
    void oneEventMoreIsAnotherHash() {
        String digest = over(new TestLog(Definitions.log(EVENTS))).run().digest();
        List<Recorded> longer = Definitions.log(EVENTS);
        longer.add(Definitions.recorded(EVENTS + 1, "k-more"));

        assertThat(over(new TestLog(longer)).run().digest()).isNotEqualTo(digest);
    }

    private Determinism over(LogScan log) {
        ReadModels models = new ReadModels(store.database(), 4);
        return new Determinism(
                models,
                new LogFold(log, keepers),
                () -> log.after(0, Integer.MAX_VALUE).size(),
                Clock.systemUTC());
    }

    /** Says with each event where in its piece it came. */
    private record CutLog(TestLog log) implements LogScan {
        @Override
        public List<Recorded> after(long position, int limit) {
            List<Recorded> piece = new ArrayList<>();
            for (Recorded recorded : log.after(position, limit)) {
                piece.add(
                        new Recorded(
                                recorded.position(),
                                recorded.recordedAt(),
                                recorded.event(),
                                recorded.payload(),
                                "{\"by\":\"ann\",\"place\":" + piece.size() + "}"));
            }
            return piece;
        }

        @Override
        public List<Recorded> named(String type) {
            return log.named(type);
        }
    }
}
