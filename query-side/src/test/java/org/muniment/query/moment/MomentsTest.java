package org.muniment.query.moment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.muniment.query.picture.PlanExamples.SAS;
import static org.muniment.query.picture.PlanExamples.adopted;
import static org.muniment.query.picture.PlanExamples.kpi;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muniment.kernel.plan.PlanRecord;
import org.muniment.kernel.words.Malformed;
import org.muniment.query.journal.JournalWriter;
import org.muniment.query.journal.JournalWriter.Recorded;
import org.muniment.query.journal.ReadPosition;
import org.muniment.query.journal.ReadStore;
import org.muniment.query.journal.TestLog;
import org.muniment.query.journal.Timeline;

/** Which position a day, an instant or a number means. */
class MomentsTest {
    private static final Instant NOW = Instant.parse("2018-01-01T00:00:00Z");

    /** Events 1 to 8, at the edges of days in London. */
    private static final List<String> TIMES =
            List.of(
                    "2017-03-25T23:59:59.999Z",
                    "2017-03-26T22:59:59.999Z",
                    "2017-03-26T23:00:00.000Z",
                    "2017-09-14T22:59:59.999Z",
                    "2017-09-14T23:00:00.000Z",
                    "2017-10-29T23:59:59.999Z",
                    "2017-10-30T00:00:00.000Z",
                    "2017-10-30T00:00:00.000Z");

    private ReadStore store;
    private ReadPosition readPosition;
    private Moments moments;
    private long logHead = TIMES.size();

    @BeforeEach
    void record() {
        store = new ReadStore();
        readPosition = new ReadPosition(store.database());
        Timeline timeline = new Timeline(store.database());
        new JournalWriter(
                        store.database(), timeline, readPosition.lanes(), List.of(), TestLog.EMPTY)
                .write(log());
        moments =
                new Moments(
                        timeline, readPosition, () -> logHead, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @ParameterizedTest
    @CsvSource({
        "2017-03-24, 0",
        "2017-03-25, 1",
        "2017-03-26, 2",
        "2017-03-27, 3",
        "2017-09-13, 3",
        "2017-09-14, 4",
        "2017-09-15, 5",
        "2017-10-29, 6",
        "2017-10-30, 8",
        "2017-09-14T23:59:59.999999999+01:00, 4",
        "2017-09-14T23:59:59.999999999 01:00, 4",
        "2017-09-14T22:59:59.998Z, 3",
        "2017-09-14T22:59:59.999Z, 4",
        "2017-09-14T23:00:00Z, 5",
        "2017-09-15T00:00:00+01:00, 5",
        "position:0, 0",
        "position:5, 5",
        "position:8, 8"
    })
    void aMomentIsAPosition(String asked, long position) {
        assertThat(moments.resolve(asked, "asOf").position()).isEqualTo(position);
    }

    @Test
    void aDayIsAnsweredWithItsEndInLondonAndWhatWasLastRecorded() {
        AsOf day = moments.resolve("2017-09-14", "asOf");

        assertThat(day.instant()).isEqualTo("2017-09-14T23:00:00Z");
        assertThat(day.zone()).hasToString("Europe/London");
        assertThat(day.recordedThrough()).isEqualTo("2017-09-14T22:59:59.999Z");
        assertThat(day.day()).isEqualTo(LocalDate.of(2017, 9, 14));
        assertThat(moments.resolve("2017-03-24", "asOf").recordedThrough()).isNull();
    }

    @Test
    void anAnswerIsFinalOnceSomethingLaterIsRecorded() {
        assertThat(moments.resolve("2017-10-29", "asOf").settled()).isTrue();
        assertThat(moments.resolve("2017-10-30", "asOf").settled()).isFalse();
        assertThat(moments.resolve("position:8", "asOf").settled()).isTrue();
        assertThat(moments.resolve(null, "asOf").settled()).isFalse();
    }

    @Test
    void noWordMeansNow() {
        AsOf now = moments.resolve(" ", "asOf");

        assertThat(now.position()).isEqualTo(8);
        assertThat(now.instant()).isEqualTo(NOW);
        assertThat(now.day()).isEqualTo(LocalDate.of(2018, 1, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "2017-06-31",
                "2017-13-01",
                "9999-12-31",
                "+999999999-12-31",
                "2017-09-14T12:00:00",
                "2017-09-14T25:00:00Z",
                "position:",
                "position:-1",
                "position:9",
                "position:99999999999999999999",
                "position:1.5"
            })
    void whatIsNoMomentIsRefusedNamingTheField(String asked) {
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> moments.resolve(asked, "from"))
                .returns("from", Malformed::field);
    }

    @Test
    void aMomentThatIsFullyKnownNeedsNotWaitForTheLog() {
        logHead = 1_000;

        assertThat(moments.resolve("2017-09-14", "asOf").position()).isEqualTo(4);
        assertThat(moments.resolve("position:8", "asOf").position()).isEqualTo(8);
    }

    @Test
    void aMomentThatIsNotKnownYetIsNotGuessed() {
        logHead = 1_000;
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(NotCaughtUp.class)
                .isThrownBy(() -> moments.resolve(null, "asOf"))
                .returns(1_000L, NotCaughtUp::wanted);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void nobodyWaitsForAPositionTheLogHasNot() {
        logHead = 8;
        moments.awaitOwn(8L, "after");
        moments.awaitOwn(null, "after");

        for (long position : new long[] {-1, 9, Long.MAX_VALUE}) {
            assertThatExceptionOfType(Malformed.class)
                    .isThrownBy(() -> moments.awaitOwn(position, "after"))
                    .returns("after", Malformed::field);
        }
    }

    private static List<Recorded> log() {
        List<Recorded> log = new ArrayList<>();
        for (int i = 0; i < TIMES.size(); i++) {
            PlanRecord event = i == 0 ? adopted() : kpi("k" + i, SAS);
            log.add(new Recorded(i + 1, Instant.parse(TIMES.get(i)), event, "{}", "{}"));
        }
        return log;
    }
}
