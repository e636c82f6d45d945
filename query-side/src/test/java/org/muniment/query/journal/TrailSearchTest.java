package org.muniment.query.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muniment.query.picture.PlanExamples.JULY;
import static org.muniment.query.picture.PlanExamples.SAS;
import static org.muniment.query.picture.PlanExamples.actual;
import static org.muniment.query.picture.PlanExamples.adopted;
import static org.muniment.query.picture.PlanExamples.kpi;
import static org.muniment.query.picture.PlanExamples.restated;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.plan.PlanRecord;
import org.muniment.query.journal.Journal.Found;
import org.muniment.query.journal.JournalWriter.Recorded;
import org.muniment.query.picture.PlanExamples;

/** Every search finds what a look at each event finds, piece by piece. */
class TrailSearchTest {
    private static final PlanId PLAN = PlanExamples.PLAN;
    private static final int COUNT = 10_000;
    private static final int RARE = 4_000;

    private static final ReadStore STORE = new ReadStore();
    private static final List<Recorded> LOG = log();
    private static Journal journal;

    @BeforeAll
    static void write() {
        JournalWriter writer =
                new JournalWriter(
                        STORE.database(),
                        new Timeline(STORE.database()),
                        new ReadPosition(STORE.database()).lanes(),
                        List.of(new Directory(STORE.database())),
                        TestLog.EMPTY);
        writer.write(LOG.subList(0, 700));
        LOG.subList(700, 1_100).forEach(event -> writer.write(List.of(event)));
        writer.write(LOG);
        journal = new Journal(STORE.database());
    }

    @AfterAll
    static void close() {
        STORE.close();
    }

    @Test
    void everySearchFindsWhatALookAtEachEventFinds() {
        for (String by : Arrays.asList(null, "officer", "head", "auditor")) {
            for (String thing : Arrays.asList(null, "kpi:k0", "k1", "bip", "none")) {
                for (String type : Arrays.asList(null, "kpi.actual-restated", "project.added")) {
                    TrailFilter filter = new TrailFilter(by, thing, type);
                    assertThat(all(filter, 0, COUNT)).as(filter.toString()).isEqualTo(seen(filter));
                }
            }
        }
    }

    @Test
    void aDeputysEventIsFoundUnderBothNames() {
        assertThat(all(new TrailFilter("lender", null, null), 0, COUNT)).containsExactly(9_001L);
        assertThat(all(new TrailFilter("deputy", null, null), 0, COUNT)).containsExactly(9_001L);
    }

    @Test
    void itBeginsAfterAndEndsAtAPosition() {
        assertThat(all(TrailFilter.ANYTHING, 300, 303)).containsExactly(301L, 302L, 303L);
        assertThat(all(TrailFilter.ANYTHING, 0, 0)).isEmpty();
    }

    @Test
    void aSearchThatFindsNothingNearbyStopsAndSaysWhereToGoOn() {
        Found first = search(new TrailFilter("head", "k1", null), 0, COUNT, 100);

        assertThat(first.entries()).isEmpty();
        assertThat(first.next()).isBetween(8_000L, 8_300L);
        assertThat(search(new TrailFilter("head", "k1", null), first.next(), COUNT, 100).next())
                .isNull();
    }

    @Test
    void somethingRareIsFoundAtOnceHoweverLongTheHistory() {
        Found found = search(new TrailFilter("head-once", null, null), 0, COUNT, 100);

        assertThat(found.entries()).extracting(JournalEntry::position).containsExactly((long) RARE);
        assertThat(found.next()).isNull();
    }

    @Test
    void aPieceIsNoLongerThanAskedForAndGoesOnWhereItEnded() {
        Found piece = search(TrailFilter.ANYTHING, 10, COUNT, 7);

        assertThat(piece.entries())
                .extracting(JournalEntry::position)
                .containsExactly(11L, 12L, 13L, 14L, 15L, 16L, 17L);
        assertThat(piece.next()).isEqualTo(17);
        assertThat(search(TrailFilter.ANYTHING, COUNT - 7, COUNT, 7).next()).isNull();
    }

    @Test
    void theLastEventAtAPositionIsFound() {
        assertThat(journal.lastAt(PLAN, 0)).isEmpty();
        assertThat(journal.lastAt(PLAN, 5_000)).hasValueSatisfying(isAt(5_000));
        assertThat(journal.lastAt(PLAN, COUNT + 7)).hasValueSatisfying(isAt(COUNT));
        assertThat(journal.lastAt(new PlanId("none"), 5_000)).isEmpty();
    }

    private static Consumer<JournalEntry> isAt(long position) {
        return entry -> assertThat(entry.position()).isEqualTo(position);
    }

    private static Found search(TrailFilter filter, long after, long upTo, int limit) {
        return journal.search(PLAN, filter, after, upTo, limit).orElseThrow();
    }

    private static List<Long> all(TrailFilter filter, long after, long upTo) {
        List<Long> positions = new ArrayList<>();
        Long next = after;
        while (next != null) {
            Found found = search(filter, next, upTo, 900);
            found.entries().forEach(entry -> positions.add(entry.position()));
            next = found.next();
        }
        return positions;
    }

    private static List<Long> seen(TrailFilter filter) {
        return LOG.stream()
                .filter(recorded -> isOf(filter.by(), recorded.metadata()))
                .filter(
                        recorded ->
                                filter.thing() == null
                                        || ("," + subject(recorded)).endsWith(ending(filter)))
                .filter(
                        recorded ->
                                filter.type() == null
                                        || filter.type().equals("kpi.actual-restated")
                                                && recorded.event()
                                                        .getClass()
                                                        .getSimpleName()
                                                        .equals("KpiActualRestated"))
                .map(Recorded::position)
                .toList();
    }

    private static boolean isOf(String by, String metadata) {
        return by == null || metadata.contains("\"" + by + "\"");
    }

    private static String ending(TrailFilter filter) {
        return filter.thing().contains(":") ? "," + filter.thing() : ":" + filter.thing();
    }

    private static String subject(Recorded recorded) {
        return ((PlanRecord) recorded.event()).subject();
    }

    /**
     * The even events are of k0 and by an officer, the odd ones of k1; every tenth is by a head.
     */
    private static List<Recorded> log() {
        List<PlanRecord> events = new ArrayList<>();
        events.add(adopted());
        events.add(kpi("k0", SAS));
        events.add(kpi("k1", SAS));
        while (events.size() < COUNT) {
            String id = "k" + events.size() % 2;
            events.add(
                    events.size() % 100 == 50
                            ? restated(id, JULY, "9", "10")
                            : actual(id, JULY, "1" + events.size() % 7));
        }
        List<Recorded> log = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            log.add(
                    new Recorded(
                            i + 1,
                            Instant.EPOCH.plusSeconds(i),
                            events.get(i),
                            EventJson.write(events.get(i)),
                            metadata(i)));
        }
        return log;
    }

    private static String metadata(int i) {
        if (i == RARE - 1) {
            return "{\"by\":\"head-once\"}";
        }
        if (i == 9_000) {
            return "{\"by\":\"deputy\",\"onBehalfOf\":\"lender\"}";
        }
        return i % 10 == 0 ? "{\"by\":\"head\"}" : "{\"by\":\"officer\"}";
    }
}
