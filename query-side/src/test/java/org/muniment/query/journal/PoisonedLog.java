package org.muniment.query.journal;

import static org.muniment.query.picture.PlanExamples.JULY;
import static org.muniment.query.picture.PlanExamples.SAS;
import static org.muniment.query.picture.PlanExamples.adopted;
import static org.muniment.query.picture.PlanExamples.annually;
import static org.muniment.query.picture.PlanExamples.definition;
import static org.muniment.query.picture.PlanExamples.kpi;

import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.muniment.kernel.deadletter.DeadLetterEvent.DeadLetterEvicted;
import org.muniment.kernel.deadletter.DeadLetterEvent.DeadLetterRetried;
import org.muniment.kernel.deadletter.DeadLetterId;
import org.muniment.kernel.kpi.Profile;
import org.muniment.kernel.meeting.MeetingEvent;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.words.Narrative;
import org.muniment.query.journal.JournalWriter.Recorded;
import org.muniment.query.picture.PlanExamples;

/** A log of two plans into which events can be put that nobody can take. */
final class PoisonedLog {
    static final PlanId ONE = new PlanId("one");
    static final PlanId OTHER = new PlanId("other");
    private static final Instant START = Instant.parse("2017-04-03T08:00:00Z");

    private final List<Recorded> events = new ArrayList<>();
    private int figures;

    PoisonedLog() {
        for (PlanId plan : List.of(ONE, OTHER)) {
            adopt(plan);
        }
    }

    void adopt(PlanId plan) {
        add(adopted(plan));
        add(kpi(plan, plan.value() + "-k", definition(SAS, annually("90"), Profile.NONE)));
    }

    List<Recorded> events() {
        return events;
    }

    long head() {
        return events.size();
    }

    /** Answers its position, as all of these. */
    long actual(PlanId plan) {
        return add(figure(plan, plan.value() + "-k"));
    }

    long actualOfUnknownKpi(PlanId plan, String kpi) {
        return add(figure(plan, kpi));
    }

    private Object figure(PlanId plan, String kpi) {
        figures++;
        return PlanExamples.actual(
                plan, kpi, JULY.plusMonths(figures % 6), "9" + figures % 10, "90", null);
    }

    long unreadable(PlanId plan) {
        return unreadable("kpi:" + plan.value() + "-k", "kpi.actual-recorded", Optional.of(plan));
    }

    long unreadableMeeting() {
        return unreadable("meeting:m", "meeting.scheduled", Optional.empty());
    }

    long unreadable(String stream, String type, Optional<PlanId> plan) {
        return add(
                new Unreadable(stream, type, "9", plan, "this version does not know the form"),
                "{\"unknown\":1}");
    }

    long retry(long letter) {
        return add(new DeadLetterRetried(new DeadLetterId(letter)));
    }

    long evict(long letter) {
        return add(new DeadLetterEvicted(new DeadLetterId(letter), new Narrative("Never valid")));
    }

    /** As if a version had come that can read it. */
    void mend(long position) {
        Recorded unreadable = events.get((int) position - 1);
        PlanId plan = unreadable.plan().orElseThrow();
        Object event = figure(plan, plan.value() + "-k");
        events.set((int) position - 1, recorded(position, event, EventJson.write(event)));
    }

    long add(Object event) {
        return add(event, EventJson.write(event));
    }

    private long add(Object event, String payload) {
        long position = head() + 1;
        events.add(recorded(position, event, payload));
        return position;
    }

    private static Recorded recorded(long position, Object event, String payload) {
        return new Recorded(
                position, START.plusSeconds(position), event, payload, "{\"by\":\"officer\"}");
    }

    JournalWriter writer(MongoDatabase database) {
        return writer(database, new LaneHeads(database, LaneHeads.LANES));
    }

    JournalWriter writer(MongoDatabase database, LaneHeads heads) {
        return new JournalWriter(
                database, new Timeline(database), heads, keepers(database), new TestLog(events));
    }

    List<RecordKeeper> keepers(MongoDatabase database) {
        return List.of(new Directory(database), new Streams(database), new MeetingsAlone(database));
    }

    /** Keeps the places of meetings' events, and no more. */
    private record MeetingsAlone(MongoDatabase database) implements RecordKeeper {
        @Override
        public String name() {
            return "meetings";
        }

        @Override
        public Set<Class<?>> kinds() {
            return Set.of(MeetingEvent.class);
        }

        @Override
        public void keep(Recorded recorded) {
            RecordKeeper.replaceIfNewer(
                    database.getCollection(name()),
                    new Document("_id", "last").append("position", recorded.position()));
        }

        @Override
        public RecordKeeper over(MongoDatabase other) {
            return new MeetingsAlone(other);
        }
    }
}
