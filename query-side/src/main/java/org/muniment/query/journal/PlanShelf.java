package org.muniment.query.journal;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.addEachToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.muniment.kernel.log.EventForm;
import org.muniment.kernel.log.EventForms;
import org.muniment.kernel.plan.PlanEvent.PlanAdopted;
import org.muniment.kernel.plan.PlanRecord;
import org.muniment.query.journal.JournalWriter.Recorded;
import org.muniment.query.picture.LoggedEvent;
import org.muniment.query.picture.PlanPicture;

/** The writing end of one plan: folds its events and keeps them in buckets. */
final class PlanShelf {
    private final String plan;
    private final MongoCollection<Document> plans;
    private final MongoCollection<Document> things;
    private final Buckets buckets;
    private final Map<String, SortedSet<Long>> notes = new HashMap<>();
    private final Set<String> noted = new HashSet<>();
    private String grown;
    private PlanPicture picture;
    private long count;

    PlanShelf(MongoDatabase database, String plan) {
        this.plan = plan;
        plans = database.getCollection(Journal.PLANS);
        things = database.getCollection(Journal.THINGS);
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
            count = stored.getLong("count");
        }
    }

    private static String joined(Stream<String> lines) {
        return lines.collect(Collectors.joining("\n"));
    }

    void add(List<Recorded> events) {
        List<Buckets.Item> items = new ArrayList<>();
        Supplier<Document> header = null;
        for (Recorded recorded : events) {
            if (picture != null && recorded.position() <= picture.position()) {
                continue;
            }
            if (count % Journal.BUCKET_SIZE == 0) {
                flush(header, items);
                repackGrown();
                header = header(recorded);
                noted.clear();
            }
            items.add(new Buckets.Item(recorded.position(), entry(recorded).line()));
            note(((PlanRecord) recorded.event()).subject());
            fold(recorded);
        }
        flush(header, items);
        buckets.flush();
        keepNotes();
        keepPicture();
    }

    private void fold(Recorded recorded) {
        LoggedEvent logged =
                new LoggedEvent(
                        recorded.position(), recorded.recordedAt(), (PlanRecord) recorded.event());
        picture = picture == null ? PlanPicture.of(logged) : picture.after(logged);
        count++;
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

    private void flush(Supplier<Document> header, List<Buckets.Item> items) {
        if (items.isEmpty()) {
            return;
        }
        if (header != null) {
            buckets.open(header, items);
        } else {
            long bucket = (count - 1) / Journal.BUCKET_SIZE;
            grown = Journal.bucketId(plan, bucket);
            buckets.append(grown, items);
        }
        items.clear();
    }

    /** In which buckets a thing's history is to be found. */
    private void note(String subject) {
        notes.computeIfAbsent(subject, unseen -> new TreeSet<>()).add(count / Journal.BUCKET_SIZE);
    }

    private void keepNotes() {
        List<WriteModel<Document>> writes = new ArrayList<>();
        notes.forEach(
                (subject, numbers) ->
                        writes.add(
                                new UpdateOneModel<>(
                                        eq("_id", subject),
                                        combine(
                                                set("plan", plan),
                                                addEachToSet("buckets", List.copyOf(numbers))),
                                        new UpdateOptions().upsert(true))));
        if (!writes.isEmpty()) {
            things.bulkWrite(writes);
            notes.clear();
        }
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
                        .append("position", picture.position())
                        .append("count", count)
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
