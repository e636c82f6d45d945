package org.muniment.query.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muniment.query.picture.PlanExamples.SAS;
import static org.muniment.query.picture.PlanExamples.adopted;
import static org.muniment.query.picture.PlanExamples.annually;
import static org.muniment.query.picture.PlanExamples.definition;
import static org.muniment.query.picture.PlanExamples.kpi;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.muniment.kernel.kpi.Profile;
import org.muniment.kernel.plan.PlanId;
import org.muniment.query.journal.Directory;
import org.muniment.query.journal.EventJson;
import org.muniment.query.journal.JournalWriter.Recorded;
import org.muniment.query.journal.LogScan;
import org.muniment.query.journal.ReadStore;
import org.muniment.query.journal.RecordKeeper;
import org.muniment.query.journal.TestLog;

/** The same log gives the same read models, however it is cut into pieces. */
class DeterminismTest {
    private static final PlanId PLAN = new PlanId("one");
    private static final int EVENTS = 800;

    private final ReadStore store = new ReadStore();
    private final List<RecordKeeper> keepers = List.of(new Directory(store.database()));

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void twoFoldsOfALogAgreeAndLeaveNothingBehind() {
        Determinism determinism = over(new TestLog(log()));

        Determinism.Result result = determinism.run();

        assertThat(result.agrees()).isTrue();
        assertThat(result.position()).isEqualTo(EVENTS);
        assertThat(determinism.last()).map(Determinism.Result::digest).contains(result.digest());
        assertThat(store.database().listCollectionNames())
                .noneMatch(name -> name.startsWith("twice-"));
    }

    @Test
    void aFoldThatDependsOnHowItWasCutIsCaught() {
        Determinism.Result result = over(new CutLog(new TestLog(log()))).run();

        assertThat(result.agrees()).isFalse();
        assertThat(result.differing()).containsExactly("journal");
    }

    @Test
    void oneEventMoreIsAnotherHash() {
        String digest = over(new TestLog(log())).run().digest();
        List<Recorded> longer = log();
        longer.add(recorded(EVENTS + 1, "k-more"));

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

    private static List<Recorded> log() {
        List<Recorded> log = new ArrayList<>();
        log.add(recorded(1, adopted(PLAN)));
        for (int at = 2; at <= EVENTS; at++) {
            log.add(recorded(at, "k-" + at % 5 + "-" + at));
        }
        return log;
    }

    private static Recorded recorded(int at, String id) {
        return recorded(at, kpi(PLAN, id, definition(SAS, annually("90"), Profile.NONE)));
    }

    private static Recorded recorded(int at, Object event) {
        return new Recorded(
                at, Instant.ofEpochSecond(at), event, EventJson.write(event), "{\"by\":\"ann\"}");
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
