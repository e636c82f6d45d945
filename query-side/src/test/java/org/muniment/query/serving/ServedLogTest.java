package org.muniment.query.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.serving.ServedForm;
import org.muniment.kernel.serving.Serving;
import org.muniment.kernel.serving.ServingEvent.ServingsRecorded;
import org.muniment.kernel.serving.ServingsId;
import org.muniment.kernel.words.PersonId;
import org.muniment.kernel.words.Sha256;
import org.muniment.query.journal.JournalWriter;
import org.muniment.query.journal.JournalWriter.Recorded;
import org.muniment.query.journal.ReadPosition;
import org.muniment.query.journal.ReadStore;
import org.muniment.query.journal.TestLog;
import org.muniment.query.journal.Timeline;
import org.muniment.query.moment.AsOf;
import org.muniment.query.moment.Moments;

class ServedLogTest {
    private static final PlanId PLAN = new PlanId("bip");
    private static final Sha256 PAGE = Sha256.of("page");

    private final ReadStore store = new ReadStore();
    private final ServedLog served = new ServedLog(store.database());

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whatSeveralMembersWereGivenIsOneLineWithoutTheirNames() {
        keep(1, serving("ann", "2017-09-14T08:00:00Z"), serving("bob", "2017-09-14T08:10:00Z"));
        keep(2, serving("ann", "2017-09-14T17:00:00Z"));

        assertThat(served.on(PLAN, at("2017-09-14T22:00:00Z")))
                .singleElement()
                .satisfies(
                        line -> {
                            assertThat(line.readers()).isEqualTo(2);
                            assertThat(line.times()).isEqualTo(3);
                            assertThat(line.first()).isEqualTo("2017-09-14T08:00:00Z");
                            assertThat(line.last()).isEqualTo("2017-09-14T17:00:00Z");
                        });
    }

    @Test
    void aDigestIsOnlyGivenWhereAllWereGivenTheSameBytes() {
        keep(1, serving("ann", "2017-09-14T08:00:00Z"));
        assertThat(served.on(PLAN, at("2017-09-14T22:00:00Z")).get(0).sha256()).isEqualTo(PAGE);

        Instant later = Instant.parse("2017-09-14T09:00:00Z");
        keep(
                2,
                new Serving(
                        PLAN,
                        null,
                        ServedForm.HTML,
                        8,
                        Sha256.of("another page"),
                        new PersonId("bob"),
                        later,
                        later,
                        1));

        assertThat(served.on(PLAN, at("2017-09-14T22:00:00Z")))
                .singleElement()
                .satisfies(
                        line -> {
                            assertThat(line.sha256()).isNull();
                            assertThat(line.position()).isEqualTo(8);
                        });
    }

    @Test
    void aDayIsADayInLondonAndEndsAtTheMomentAskedFor() {
        keep(
                1,
                serving("ann", "2017-09-13T22:59:00Z"),
                serving("ann", "2017-09-13T23:01:00Z"),
                serving("ann", "2017-09-14T12:00:00Z"),
                serving("ann", "2017-09-14T22:59:00Z"),
                serving("ann", "2017-09-14T23:01:00Z"));

        assertThat(served.servingsOn(PLAN, at("2017-09-14T22:59:59Z"))).hasSize(3);
        assertThat(served.servingsOn(PLAN, at("2017-09-14T12:00:00Z"))).hasSize(2);
        assertThat(served.servingsOn(new PlanId("other"), at("2017-09-14T22:59:59Z"))).isEmpty();
    }

    @Test
    void whatIsDeliveredTwiceIsKeptOnce() {
        Recorded first = recorded(1, serving("ann", "2017-09-14T08:00:00Z"));
        Recorded second = recorded(2, serving("bob", "2017-09-14T08:01:00Z"));

        List.of(first, second, first, second).forEach(served::keep);

        assertThat(served.servingsOn(PLAN, at("2017-09-14T20:00:00Z"))).hasSize(2);
    }

    private void keep(long position, Serving... servings) {
        served.keep(recorded(position, servings));
    }

    private static Recorded recorded(long position, Serving... servings) {
        return new Recorded(
                position,
                Instant.EPOCH,
                new ServingsRecorded(new ServingsId("batch-" + position), List.of(servings)),
                "{}",
                "{}");
    }

    private static Serving serving(String reader, String when) {
        Instant at = Instant.parse(when);
        return new Serving(PLAN, null, ServedForm.HTML, 7, PAGE, new PersonId(reader), at, at, 1);
    }

    private AsOf at(String instant) {
        Timeline timeline = new Timeline(store.database());
        ReadPosition position = new ReadPosition(store.database());
        new JournalWriter(store.database(), timeline, position.lanes(), List.of(), TestLog.EMPTY)
                .write(List.of(recorded(1, serving("ann", "2017-09-14T08:00:00Z"))));
        return new Moments(timeline, position, () -> 1, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC))
                .resolve(instant, "on");
    }
}
