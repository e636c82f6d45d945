package org.muniment.query.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.muniment.query.picture.PlanExamples.JULY;
import static org.muniment.query.picture.PlanExamples.SAS;
import static org.muniment.query.picture.PlanExamples.actual;
import static org.muniment.query.picture.PlanExamples.adopted;
import static org.muniment.query.picture.PlanExamples.annually;
import static org.muniment.query.picture.PlanExamples.definition;
import static org.muniment.query.picture.PlanExamples.kpi;

import com.mongodb.client.model.Filters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muniment.kernel.kpi.Profile;
import org.muniment.kernel.partnership.PartnershipEvent.PartnershipEstablished;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.plan.PlanRecord;
import org.muniment.kernel.words.Title;
import org.muniment.query.journal.JournalWriter.Recorded;
import org.muniment.query.picture.LoggedEvent;
import org.muniment.query.picture.PlanPicture;

/** Whatever way the events arrive, every picture is the plain fold of what came before. */
class JournalTest {
    private static final Instant START = Instant.parse("2017-04-03T08:00:00Z");
    private static final PlanId ONE = new PlanId("one");
    private static final PlanId OTHER = new PlanId("other");
    private static final int COUNT = 1_300;

    private final List<Recorded> log = log();
    private ReadStore store;
    private Journal journal;

    @BeforeEach
    void open() {
        store = new ReadStore();
        journal = new Journal(store.database());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void everyPictureIsTheFoldOfWhatCameBefore() {
        writer().write(log);

        assertEverythingIsThere();
    }

    @Test
    void oneByOneGivesTheSameAsAllAtOnce() {
        JournalWriter writer = writer();
        log.forEach(event -> writer.write(List.of(event)));

        assertEverythingIsThere();
    }

    @Test
    void fullBucketsComeOutTheSameHoweverTheyWereFilled() {
        JournalWriter writer = writer();
        log.forEach(event -> writer.write(List.of(event)));
        try (ReadStore rebuilt = new ReadStore()) {
            new JournalWriter(
                            rebuilt.database(),
                            new Timeline(rebuilt.database()),
                            new ReadPosition(rebuilt.database()).lanes(),
                            List.of(new Directory(rebuilt.database())),
                            TestLog.EMPTY)
                    .write(log);

            for (String bucket : List.of("one/0", "one/1", "one/2", "other/0")) {
                assertThat(bucket(store, bucket)).as(bucket).isEqualTo(bucket(rebuilt, bucket));
            }
        }
    }

    private static Document bucket(ReadStore store, String id) {
        return store.database().getCollection(Journal.BUCKETS).find(Filters.eq("_id", id)).first();
    }

    @Test
    void batchesRepeatedCutAnywhereAndTakenUpByANewProcessChangeNothing() {
        Random random = new Random(14);
        JournalWriter writer = writer();
        int done = 0;
        while (done < COUNT) {
            int from = Math.max(0, done - random.nextInt(300));
            int to = Math.min(COUNT, done + 1 + random.nextInt(200));
            writer.write(log.subList(from, to));
            done = to;
            if (random.nextInt(4) == 0) {
                writer = writer();
            }
        }

        assertEverythingIsThere();
    }

    @Test
    void aBatchCutShortBeforeItsPositionWasKeptIsSimplyTakenAgain() {
        writer().write(log.subList(0, 700));
        store.database().getCollection("heads").drop();
        writer().write(log.subList(0, 900));
        store.database().getCollection("plans").drop();
        store.database().getCollection("heads").drop();
        writer().write(log);

        assertEverythingIsThere();
    }

    @Test
    void aMissingPositionIsAnIncidentAndNothingAfterItIsTaken() {
        JournalWriter writer = writer();
        writer.write(log.subList(0, 10));

        assertThatIllegalStateException()
                .isThrownBy(() -> writer.write(log.subList(11, 20)))
                .withMessageContaining("gap: expected position 11, found 12");
        assertThat(readPosition().head().position()).isEqualTo(10);
    }

    @Test
    void eventsAndHistoriesPageThroughEverythingOnce() {
        writer().write(log);

        assertThat(pages(after -> journal.eventsOf(ONE, after, 97)))
                .isEqualTo(positionsOf(ONE, null));
        assertThat(pages(after -> journal.historyOf("kpi:one-3", after, 7)))
                .isEqualTo(positionsOf(ONE, "kpi:one-3"));
        assertThat(journal.eventsOf(new PlanId("none"), 0, 5)).isEmpty();
        assertThat(journal.historyOf("kpi:none", 0, 5)).isEmpty();
    }

    @Test
    void partnershipsAndPlansAreListed() {
        writer().write(log);
        Directory directory = new Directory(store.database());

        assertThat(directory.plans())
                .extracting(Directory.PlanEntry::id)
                .containsExactly("one", "other");
        assertThat(directory.partnerships())
                .extracting(partnership -> partnership.partnership().value())
                .containsExactly("pair");
    }

    private void assertEverythingIsThere() {
        Random random = new Random(9);
        for (PlanId plan : List.of(ONE, OTHER)) {
            for (int i = 0; i < 60; i++) {
                long position = random.nextInt(COUNT + 1);
                assertThat(journal.pictureAt(plan, position))
                        .as("%s at %d", plan, position)
                        .isEqualTo(fold(plan, position));
            }
            assertThat(journal.pictureAt(plan, COUNT)).isEqualTo(fold(plan, COUNT));
            assertThat(pages(after -> journal.eventsOf(plan, after, 500)))
                    .isEqualTo(positionsOf(plan, null));
        }
        assertThat(readPosition().head().position()).isEqualTo(COUNT);
        assertThat(new Timeline(store.database()).recordedAt(COUNT))
                .isEqualTo(log.get(COUNT - 1).recordedAt());
    }

    private Optional<PlanPicture> fold(PlanId plan, long position) {
        PlanPicture picture = null;
        for (Recorded recorded : log) {
            if (recorded.position() <= position
                    && recorded.event() instanceof PlanRecord event
                    && event.plan().equals(plan)) {
                LoggedEvent logged =
                        new LoggedEvent(recorded.position(), recorded.recordedAt(), event);
                picture = picture == null ? PlanPicture.of(logged) : picture.after(logged);
            }
        }
        return Optional.ofNullable(picture);
    }

    private interface Page {
        Optional<List<JournalEntry>> after(long position);
    }

    private static List<Long> pages(Page page) {
        List<Long> positions = new ArrayList<>();
        List<JournalEntry> next = page.after(0).orElseThrow();
        while (!next.isEmpty()) {
            next.forEach(entry -> positions.add(entry.position()));
            next = page.after(positions.get(positions.size() - 1)).orElseThrow();
        }
        return positions;
    }

    private List<Long> positionsOf(PlanId plan, String subject) {
        return log.stream()
                .filter(
                        recorded ->
                                recorded.event() instanceof PlanRecord event
                                        && event.plan().equals(plan)
                                        && (subject == null || event.subject().equals(subject)))
                .map(Recorded::position)
                .toList();
    }

    private JournalWriter writer() {
        return new JournalWriter(
                store.database(),
                new Timeline(store.database()),
                readPosition().lanes(),
                List.of(new Directory(store.database())),
                new TestLog(log));
    }

    private ReadPosition readPosition() {
        return new ReadPosition(store.database());
    }

    private static List<Recorded> log() {
        Random random = new Random(1);
        List<Object> events = new ArrayList<>();
        events.add(
                new PartnershipEstablished(
                        adopted().partnership(), new Title("A pair"), adopted().terms()));
        for (PlanId plan : List.of(ONE, OTHER)) {
            events.add(adopted(plan));
            for (int i = 0; i < 8; i++) {
                events.add(
                        kpi(
                                plan,
                                plan.value() + "-" + i,
                                definition(SAS, annually("90"), Profile.NONE)));
            }
        }
        while (events.size() < COUNT) {
            PlanId plan = random.nextInt(3) == 0 ? OTHER : ONE;
            events.add(
                    actual(
                            plan,
                            plan.value() + "-" + random.nextInt(8),
                            JULY.plusMonths(random.nextInt(6)),
                            "9" + random.nextInt(10) + "." + random.nextInt(10),
                            "90",
                            null));
        }
        List<Recorded> log = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            log.add(
                    new Recorded(
                            i + 1,
                            START.plusSeconds(i),
                            events.get(i),
                            EventJson.write(events.get(i)),
                            "{\"by\":\"officer\"}"));
        }
        return log;
    }
}
