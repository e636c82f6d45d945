package org.muniment.query.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.muniment.query.journal.PoisonedLog.ONE;
import static org.muniment.query.journal.PoisonedLog.OTHER;

import com.mongodb.MongoTimeoutException;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.muniment.kernel.plan.PlanId;
import org.muniment.query.journal.JournalWriter.Recorded;

/** An event that cannot be taken stops what it belongs to, and nothing else. */
class DeadLetterTest {
    private final ReadStore store = new ReadStore();
    private final PoisonedLog log = new PoisonedLog();
    private final Journal journal = new Journal(store.database());
    private final DeadLetters letters = new DeadLetters(store.database());

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aPoisonEventStopsItsOwnPlanAndNothingElse() {
        long before = log.actual(ONE);
        long poison = log.unreadable(ONE);
        List<Long> waiting = List.of(log.actual(ONE), log.actual(ONE));
        long other = log.actual(OTHER);
        take();

        assertThat(letters.all())
                .singleElement()
                .returns("plan:one", DeadLetter::sequence)
                .returns(poison, DeadLetter::position)
                .returns("kpi.actual-recorded/9", DeadLetter::type)
                .returns("this version does not know the form", DeadLetter::why)
                .returns(waiting, DeadLetter::waiting);
        assertThat(journal.knownAt(ONE, poison - 1).position()).isEqualTo(before);
        assertThat(journal.knownAt(OTHER, other).position()).isEqualTo(other);
        assertThat(new ReadPosition(store.database()).head().position()).isEqualTo(log.head());
    }

    @Test
    void whatIsAskedOfAPlanFromThereOnIsNotAnsweredWithLess() {
        long poison = log.unreadable(ONE);
        log.actual(ONE);
        take();

        for (long position : List.of(poison, log.head())) {
            assertThatExceptionOfType(PlanStopped.class)
                    .isThrownBy(() -> journal.pictureAt(ONE, position))
                    .returns(poison, PlanStopped::letter)
                    .returns(poison - 1, PlanStopped::position);
            assertThatExceptionOfType(PlanStopped.class)
                    .isThrownBy(() -> journal.lastAt(ONE, position));
            assertThatExceptionOfType(PlanStopped.class)
                    .isThrownBy(() -> journal.search(ONE, TrailFilter.ANYTHING, 0, position, 10));
        }
        assertThat(journal.eventsOf(ONE, 0, 100).orElseThrow()).isNotEmpty();
        assertThatExceptionOfType(PlanStopped.class)
                .isThrownBy(() -> journal.eventsOf(ONE, poison - 1, 100));
        assertThatExceptionOfType(PlanStopped.class)
                .isThrownBy(() -> journal.historyOf("kpi:one-k", poison - 1, 100));
    }

    @Test
    void aFoldThatThrowsIsADeadLetterWhichRepeatsNothingOfTheEvent() {
        log.actualOfUnknownKpi(ONE, "secret-figure");
        take();

        assertThat(letters.all())
                .singleElement()
                .satisfies(
                        letter ->
                                assertThat(letter.why())
                                        .startsWith("NullPointerException in PlanPicture.java")
                                        .doesNotContain("secret-figure"));
    }

    @Test
    void aPlanWhoseAdoptionCannotBeReadIsStoppedAndNotUnknown() {
        PlanId late = new PlanId("late");
        log.unreadable(late);
        take();

        assertThatExceptionOfType(PlanStopped.class)
                .isThrownBy(() -> journal.pictureAt(late, log.head()));
    }

    @Test
    void onceItCanBeTakenARetryTakesItAndWhatWaitsInOrder() {
        long poison = log.unreadable(ONE);
        log.actual(ONE);
        log.actual(OTHER);
        log.actual(ONE);
        take();

        log.mend(poison);
        log.retry(poison);
        log.actual(ONE);
        take();

        assertThat(letters.all()).isEmpty();
        assertThat(journal.knownAt(ONE, log.head()).position()).isEqualTo(log.head());
        assertThat(content()).isEqualTo(freshFold());
    }

    @Test
    void aRetryThatFailsAgainLeavesEverythingWaiting() {
        long poison = log.unreadable(ONE);
        long behind = log.actual(ONE);
        long retry = log.retry(poison);
        long after = log.actual(ONE);
        take();

        assertThat(retry).isBetween(behind, after);
        assertThat(letters.all())
                .singleElement()
                .returns(poison, DeadLetter::position)
                .returns(List.of(behind, after), DeadLetter::waiting);
        assertThat(content()).isEqualTo(freshFold());
    }

    @Test
    void aSecondPoisonBehindTheFirstStopsThePlanThere() {
        long first = log.unreadable(ONE);
        log.actual(ONE);
        long second = log.unreadable(ONE);
        long last = log.actual(ONE);
        log.evict(first);
        take();

        assertThat(letters.all())
                .singleElement()
                .returns(second, DeadLetter::position)
                .returns(List.of(last), DeadLetter::waiting);
        assertThat(journal.knownAt(ONE, second - 1).lacking()).containsExactly(first);
        assertThat(content()).isEqualTo(freshFold());
    }

    @Test
    void anEvictedEventIsLeftOutAndEachPictureFromThereOnSaysSo() {
        long before = log.actual(ONE);
        long poison = log.unreadable(ONE);
        for (int i = 0; i < 300; i++) {
            log.actual(ONE);
        }
        take();
        log.evict(poison);
        take();

        assertThat(letters.all()).isEmpty();
        assertThat(journal.knownAt(ONE, before).lacking()).isEmpty();
        assertThat(journal.knownAt(ONE, poison + 2).lacking()).containsExactly(poison);
        assertThat(journal.knownAt(ONE, log.head()).lacking()).containsExactly(poison);
        assertThat(journal.knownAt(OTHER, log.head()).lacking()).isEmpty();
        assertThat(content()).isEqualTo(freshFold());
    }

    @Test
    void aRebuildThatCouldReadAnEvictedEventLeavesItOutAllTheSame() {
        long poison = log.unreadable(ONE);
        log.actual(ONE);
        take();
        log.evict(poison);
        take();

        log.mend(poison);

        assertThat(content()).isEqualTo(freshFold());
    }

    @Test
    void aCrashBetweenTheLetterAndThePositionLosesNothing() {
        log.unreadable(ONE);
        log.actual(ONE);
        log.actual(OTHER);
        take();
        rewind();
        take();

        assertThat(letters.all())
                .singleElement()
                .satisfies(letter -> assertThat(letter.waiting()).hasSize(1));
        assertThat(content()).isEqualTo(freshFold());
    }

    @Test
    void aRetryTakenAgainIsNotAnotherOne() {
        long poison = log.unreadable(ONE);
        log.retry(poison);
        log.actual(ONE);
        take();
        rewind();
        take();
        log.actual(ONE);
        take();

        assertThat(content()).isEqualTo(freshFold());
    }

    @Test
    void aWriterThatIsLateDoesNotStopAgainWhatWasSettled() {
        long poison = log.unreadable(ONE);
        JournalWriter late = log.writer(store.database());
        log.evict(poison);
        take();

        late.write(log.events().subList(0, (int) poison));

        assertThat(letters.all()).isEmpty();
        assertThat(content()).isEqualTo(freshFold());
    }

    @Test
    void whatWaitsIsBoundedAndWhatComesThenStopsLoudly() {
        log.unreadable(ONE);
        for (int i = 0; i < LetterBox.MOST_WAITING; i++) {
            log.actual(ONE);
        }
        take();
        log.actual(ONE);

        assertThatIllegalStateException()
                .isThrownBy(this::take)
                .withMessageContaining("no more can be kept");
        assertThat(new ReadPosition(store.database()).head().position()).isEqualTo(log.head() - 1);
    }

    @Test
    void inWhichWordsAFailureIsToldIsNoDifferenceAndWhatWaitsIsOne() {
        log.actualOfUnknownKpi(ONE, "none");
        log.actual(ONE);
        take();
        SortedMap<String, String> content = content();

        change(DeadLetters.WHY, "NullPointerException");
        assertThat(content()).isEqualTo(content);

        change("waiting", List.of());
        assertThat(content()).isNotEqualTo(content);
    }

    private void change(String field, Object value) {
        store.database()
                .getCollection(DeadLetters.NAME)
                .updateMany(new Document(), Updates.set(field, value));
    }

    @Test
    void aKeeperStopsByItselfAndPlansGoOn() {
        long poison = log.unreadableMeeting();
        long actual = log.actual(ONE);
        take();

        assertThat(letters.all())
                .singleElement()
                .returns("keeper:meetings", DeadLetter::sequence)
                .returns(poison, DeadLetter::position);
        assertThat(journal.knownAt(ONE, log.head()).position()).isEqualTo(actual);

        log.evict(poison);
        take();
        assertThat(letters.all()).isEmpty();
    }

    @Test
    void whatBelongsToNothingIsToldAndStopsNothing() {
        log.unreadable("request:7", "request.answered", Optional.empty());
        take();

        assertThat(letters.all())
                .extracting(DeadLetter::sequence)
                .containsExactly("stream:request:7");
    }

    @Test
    void aFailureOfTheStoreIsNobodysLetter() {
        log.actual(ONE);
        JournalWriter writer = log.writer(new Outage(store.database(), 7).database());

        assertThatExceptionOfType(MongoTimeoutException.class)
                .isThrownBy(() -> writer.write(log.events()));
        assertThat(letters.all()).isEmpty();
        take();
        assertThat(content()).isEqualTo(freshFold());
    }

    private void take() {
        log.writer(store.database()).write(log.events());
    }

    private void rewind() {
        store.database()
                .getCollection(LaneHeads.NAME)
                .updateMany(new Document(), Updates.set("position", 0L));
    }

    private SortedMap<String, String> content() {
        return ContentDigest.of(store.database(), log.keepers(store.database()));
    }

    private SortedMap<String, String> freshFold() {
        try (ReadStore fresh = new ReadStore()) {
            List<Recorded> events = new ArrayList<>(log.events());
            log.writer(fresh.database()).write(events);
            return ContentDigest.of(fresh.database(), log.keepers(fresh.database()));
        }
    }
}
