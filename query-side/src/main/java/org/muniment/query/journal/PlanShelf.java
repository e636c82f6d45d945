package org.muniment.query.journal;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.muniment.kernel.log.EventForm;
import org.muniment.kernel.log.EventForms;
import org.muniment.kernel.plan.PlanEvent.PlanAdopted;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.plan.PlanRecord;
import org.muniment.query.journal.JournalWriter.Recorded;
import org.muniment.query.picture.LoggedEvent;
import org.muniment.query.picture.PlanPicture;

/** The writing end of one plan: folds its events and keeps them in buckets. */
final class PlanShelf {
    private final String plan;
    private final String sequence;
    private final LetterBox letters;
    private final MongoCollection<Document> plans;
    private final BucketNotes things;
    private final BucketNotes trails;
    private final Buckets buckets;
    private final List<Long> leftOut = new ArrayList<>();
    private String grown;
    private PlanPicture picture;
    private long position;
    private long count;

    PlanShelf(MongoDatabase database, String plan, LetterBox letters) {
        this.plan = plan;
        this.sequence = DeadLetters.sequenceOf(new PlanId(plan));
        this.letters = letters;
        plans = database.getCollection(Journal.PLANS);
        things = new BucketNotes(database.getCollection(Journal.THINGS), plan);
        trails = new BucketNotes(database.getCollection(Journal.TRAILS), plan);
        buckets =
                new Buckets(
                        database.getCollection(Journal.BUCKETS),
                        entries ->
                                List.of(
                                        Packed.pack(
                                                joined(entries.stream().map(String.class::cast)))));
        Document stored = plans.find(eq("_id", plan)).first();
        if (stored != null) {
            picture = Journal.picture(stored);
            position = stored.getLong("position");
            count = stored.getLong("count");
            leftOut.addAll(Journal.leftOut(stored));
        }
    }

    private static String joined(Stream<String> lines) {
        return lines.collect(Collectors.joining("\n"));
    }

    void add(List<Recorded> events) {
        Pending pending = new Pending();
        for (Recorded recorded : events) {
            if (recorded.position() <= position) {
                continue;
            }
            switch (letters.take(sequence, recorded, () -> add(recorded, pending))) {
                case YES -> position = recorded.position();
                case LEFT_OUT -> {
                    leftOut.add(recorded.position());
                    position = recorded.position();
                }
                case NO -> {}
            }
        }
        flush(pending);
        buckets.flush();
        things.keep();
        trails.keep();
        keepPicture();
    }

    /** Items on their way into one bucket; {@code header} where they begin it. */
    private static final class Pending {
        private final List<Buckets.Item> items = new ArrayList<>();
        private Supplier<Document> header;
    }

    /** Whatever can fail comes before anything is changed. */
    private void add(Recorded recorded, Pending pending) {
        PlanPicture folded = fold(recorded);
        JournalEntry entry = entry(recorded);
        List<String> senders = Senders.of(entry.metadata());
        if (count % Journal.BUCKET_SIZE == 0) {
            flush(pending);
            repackGrown();
            pending.header = header(recorded);
        }
        pending.items.add(new Buckets.Item(recorded.position(), entry.line()));
        note(entry, senders);
        picture = folded;
        count++;
    }

    private PlanPicture fold(Recorded recorded) {
        LoggedEvent logged = recorded.logged();
        return picture == null ? PlanPicture.of(logged) : picture.after(logged);
    }

    private Supplier<Document> header(Recorded first) {
        String id = Journal.bucketId(plan, count / Journal.BUCKET_SIZE);
        PlanPicture start = picture;
        return () ->
                new Document("_id", id)
                        .append("first", first.position())
                        .append(
                                "picture",
                                start == null ? null : Packed.pack(EventJson.write(start)));
    }

    /** A bucket that grew event by event becomes what a rebuild would make of it. */
    private void repackGrown() {
        if (grown != null) {
            buckets.repack(grown, pieces -> List.of(Packed.pack(joined(Journal.lines(pieces)))));
            grown = null;
        }
    }

    private void flush(Pending pending) {
        if (pending.items.isEmpty()) {
            return;
        }
        if (pending.header != null) {
            buckets.open(pending.header, pending.items);
        } else {
            long bucket = (count - 1) / Journal.BUCKET_SIZE;
            grown = Journal.bucketId(plan, bucket);
            buckets.append(grown, pending.items);
        }
        pending.items.clear();
    }

    private void note(JournalEntry entry, List<String> senders) {
        long bucket = count / Journal.BUCKET_SIZE;
        things.note(entry.subject(), bucket);
        trails.note(TrailFilter.typeKey(plan, entry.type()), bucket);
        senders.forEach(person -> trails.note(TrailFilter.byKey(plan, person), bucket));
    }

    private void keepPicture() {
        if (picture == null) {
            return;
        }
        PlanAdopted adopted = picture.adopted();
        Buckets.replaceIfNewer(
                plans,
                new Document("_id", plan)
                        .append("partnership", adopted.partnership().value())
                        .append("financialYear", adopted.financialYear().toString())
                        .append("title", adopted.title().value())
                        .append("position", position)
                        .append("count", count)
                        .append(Journal.LEFT_OUT, List.copyOf(leftOut))
                        .append("picture", Packed.pack(EventJson.write(picture))),
                "position");
    }

    private static JournalEntry entry(Recorded recorded) {
        EventForm form =
                EventForms.of(recorded.event().getClass())
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "unlisted event " + recorded.event().getClass()));
        return new JournalEntry(
                recorded.position(),
                recorded.recordedAt(),
                ((PlanRecord) recorded.event()).subject(),
                form.name(),
                form.revision(),
                recorded.payload(),
                recorded.metadata());
    }
}
