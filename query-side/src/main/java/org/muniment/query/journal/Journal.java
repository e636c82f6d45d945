package org.muniment.query.journal;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.Binary;
import org.muniment.kernel.plan.PlanId;
import org.muniment.query.picture.PlanPicture;

/**
 * The reading end: a plan's picture at any position, and its events in order. A picture costs one
 * keyed read and a fold of fewer than {@value #BUCKET_SIZE} events, however long the history.
 */
public final class Journal {
    static final String PLANS = "plans";
    static final String BUCKETS = "journal";
    static final String THINGS = "things";
    static final String TRAILS = "trails";
    static final String LEFT_OUT = "leftOut";
    static final int BUCKET_SIZE = 256;

    /** Read at most for one piece of a search: some 8,000 events. */
    private static final int BUCKETS_PER_SEARCH = 32;

    private final MongoCollection<Document> plans;
    private final MongoCollection<Document> buckets;
    private final MongoCollection<Document> things;
    private final MongoCollection<Document> trails;
    private final DeadLetters deadLetters;

    /** The first position of each bucket: it never changes, so it is kept for good. */
    private final Map<String, Long> firstPositions = new ConcurrentHashMap<>();

    public Journal(MongoDatabase database) {
        plans = database.getCollection(PLANS);
        buckets = database.getCollection(BUCKETS);
        things = database.getCollection(THINGS);
        trails = database.getCollection(TRAILS);
        deadLetters = new DeadLetters(database);
    }

    static String bucketId(String plan, long number) {
        return plan + "/" + number;
    }

    /** Of a plan's last event; 0 where there is no such plan. */
    public long positionOf(PlanId plan) {
        Document current =
                plans.find(eq("_id", plan.value()))
                        .projection(Projections.include("position"))
                        .first();
        return current == null ? 0 : current.getLong("position");
    }

    /**
     * Empty where the plan had not been adopted at {@code position}.
     *
     * @throws PlanStopped where an event before or at {@code position} could not be taken
     */
    public Optional<PlanPicture> pictureAt(PlanId plan, long position) {
        deadLetters.requireNotStopped(plan, position);
        Document current = plans.find(eq("_id", plan.value())).first();
        if (current == null) {
            return Optional.empty();
        }
        return folded(plan, current, position)
                .map(
                        picture ->
                                picture.lacking(
                                        leftOut(current).stream()
                                                .filter(lacked -> lacked <= position)
                                                .toList()));
    }

    private Optional<PlanPicture> folded(PlanId plan, Document current, long position) {
        if (current.getLong("position") <= position) {
            return Optional.of(picture(current));
        }
        long number = bucketHolding(plan.value(), current.getLong("count"), position);
        return number < 0
                ? Optional.empty()
                : fold(bucket(bucketId(plan.value(), number)), position);
    }

    /** The positions of the plan's events that were evicted. */
    static List<Long> leftOut(Document plan) {
        List<Long> positions = plan.getList(LEFT_OUT, Long.class);
        return positions == null ? List.of() : positions;
    }

    /**
     * @throws UnknownPlan where the plan had not been adopted at {@code position}
     */
    public PlanPicture knownAt(PlanId plan, long position) {
        return pictureAt(plan, position).orElseThrow(() -> new UnknownPlan(plan, position));
    }

    private static Optional<PlanPicture> fold(Document bucket, long position) {
        PlanPicture picture = bucket.get("picture") == null ? null : picture(bucket);
        for (JournalEntry entry : entries(bucket)) {
            if (entry.position() > position) {
                break;
            }
            picture =
                    picture == null
                            ? PlanPicture.of(entry.logged())
                            : picture.after(entry.logged());
        }
        return Optional.ofNullable(picture);
    }

    static PlanPicture picture(Document document) {
        return EventJson.read(
                Packed.unpack(document.get("picture", Binary.class)), PlanPicture.class);
    }

    /** The last bucket that begins at or before {@code position}; -1 where none does. */
    private long bucketHolding(String plan, long count, long position) {
        long low = -1;
        long high = (count - 1) / BUCKET_SIZE;
        while (low < high) {
            long middle = (low + high + 1) >> 1;
            if (firstPosition(bucketId(plan, middle)) > position) {
                high = middle - 1;
            } else {
                low = middle;
            }
        }
        return low;
    }

    private long firstPosition(String bucket) {
        return firstPositions.computeIfAbsent(
                buckets.getNamespace().getCollectionName() + " " + bucket,
                unknown ->
                        buckets.find(eq("_id", bucket))
                                .projection(Projections.include("first"))
                                .first()
                                .getLong("first"));
    }

    private Document bucket(String id) {
        Document bucket = buckets.find(eq("_id", id)).first();
        if (bucket == null) {
            throw new IllegalStateException("bucket " + id + " is missing from the read store");
        }
        return bucket;
    }

    /** Up to {@code limit} of a plan's events after a position; empty where there is no plan. */
    public Optional<List<JournalEntry>> eventsOf(PlanId plan, long after, int limit) {
        Document current =
                plans.find(eq("_id", plan.value()))
                        .projection(Projections.include("count"))
                        .first();
        if (current == null) {
            return Optional.empty();
        }
        long count = current.getLong("count");
        long first = Math.max(0, bucketHolding(plan.value(), count, after));
        long last = Math.min((count - 1) / BUCKET_SIZE, first + limit / BUCKET_SIZE + 1);
        List<String> wanted =
                LongStream.rangeClosed(first, last)
                        .mapToObj(number -> bucketId(plan.value(), number))
                        .toList();
        List<JournalEntry> events =
                entriesIn(wanted).stream()
                        .filter(entry -> entry.position() > after)
                        .limit(limit)
                        .toList();
        requireMoreIsKnown(plan, events);
        return Optional.of(events);
    }

    /** The end of a plan's events is not told where it is not the end. */
    private void requireMoreIsKnown(PlanId plan, List<JournalEntry> events) {
        if (events.isEmpty()) {
            deadLetters.requireNotStopped(plan, Long.MAX_VALUE);
        }
    }

    /**
     * A piece of a search.
     *
     * @param next the position to go on after; null where the search has come to its end
     */
    public record Found(List<JournalEntry> entries, Long next) {}

    /**
     * Up to {@code limit} of a plan's events after a position and up to another; empty where there
     * is no plan. Only buckets that hold such events are read, and a limited number of them, so a
     * piece may hold few events or none and still not be the last.
     */
    public Optional<Found> search(
            PlanId plan, TrailFilter filter, long after, long upTo, int limit) {
        deadLetters.requireNotStopped(plan, upTo);
        Document current =
                plans.find(eq("_id", plan.value()))
                        .projection(Projections.include("count"))
                        .first();
        if (current == null) {
            return Optional.empty();
        }
        long count = current.getLong("count");
        long first = Math.max(0, bucketHolding(plan.value(), count, after));
        long last = bucketHolding(plan.value(), count, upTo);
        List<Long> candidates = candidates(plan.value(), filter, first, last);
        List<JournalEntry> found = new ArrayList<>();
        int read = 0;
        for (long number : candidates) {
            String id = bucketId(plan.value(), number);
            if (read == BUCKETS_PER_SEARCH) {
                return Optional.of(new Found(found, firstPosition(id) - 1));
            }
            read++;
            entries(bucket(id)).stream()
                    .filter(entry -> entry.position() > after && entry.position() <= upTo)
                    .filter(filter::matches)
                    .forEach(found::add);
            if (found.size() > limit) {
                List<JournalEntry> piece = found.subList(0, limit);
                return Optional.of(new Found(List.copyOf(piece), piece.get(limit - 1).position()));
            }
        }
        return Optional.of(new Found(found, null));
    }

    private List<Long> candidates(String plan, TrailFilter filter, long first, long last) {
        Stream<Long> all = LongStream.rangeClosed(first, last).boxed();
        for (List<String> keys : filter.keys(plan)) {
            all = all.filter(noted(trails, keys)::contains);
        }
        if (!filter.streams().isEmpty()) {
            all = all.filter(noted(things, filter.streams())::contains);
        }
        return all.toList();
    }

    private static Set<Long> noted(MongoCollection<Document> notes, List<String> keys) {
        return notes.find(in("_id", keys)).into(new ArrayList<>()).stream()
                .flatMap(note -> note.getList(BucketNotes.BUCKETS, Long.class).stream())
                .collect(Collectors.toSet());
    }

    /** A plan's last event at or before a position; empty where there is none. */
    public Optional<JournalEntry> lastAt(PlanId plan, long position) {
        deadLetters.requireNotStopped(plan, position);
        Document current =
                plans.find(eq("_id", plan.value()))
                        .projection(Projections.include("count"))
                        .first();
        long number =
                current == null
                        ? -1
                        : bucketHolding(plan.value(), current.getLong("count"), position);
        return number < 0
                ? Optional.empty()
                : entries(bucket(bucketId(plan.value(), number))).stream()
                        .filter(entry -> entry.position() <= position)
                        .reduce((earlier, later) -> later);
    }

    /** Up to {@code limit} events of one thing; empty where nothing ever happened to it. */
    public Optional<List<JournalEntry>> historyOf(String subject, long after, int limit) {
        Document thing = things.find(eq("_id", subject)).first();
        if (thing == null) {
            return Optional.empty();
        }
        List<String> ids =
                thing.getList(BucketNotes.BUCKETS, Long.class).stream()
                        .map(number -> bucketId(thing.getString("plan"), number))
                        .toList();
        List<JournalEntry> history = new ArrayList<>();
        for (int i = 0; i < ids.size() && history.size() < limit; i++) {
            boolean passed = i + 1 < ids.size() && firstPosition(ids.get(i + 1)) <= after;
            if (!passed) {
                entries(bucket(ids.get(i))).stream()
                        .filter(entry -> entry.subject().equals(subject))
                        .filter(entry -> entry.position() > after)
                        .forEach(history::add);
            }
        }
        requireMoreIsKnown(new PlanId(thing.getString("plan")), history);
        return Optional.of(history.stream().limit(limit).toList());
    }

    /** The events of a plan at these positions, by position. */
    public Map<Long, JournalEntry> entriesAt(PlanId plan, Collection<Long> positions) {
        Document current =
                plans.find(eq("_id", plan.value()))
                        .projection(Projections.include("count"))
                        .first();
        if (current == null || positions.isEmpty()) {
            return Map.of();
        }
        long count = current.getLong("count");
        Set<String> holding =
                positions.stream()
                        .map(position -> bucketHolding(plan.value(), count, position))
                        .map(number -> bucketId(plan.value(), number))
                        .collect(Collectors.toSet());
        return entriesIn(holding).stream()
                .filter(entry -> positions.contains(entry.position()))
                .collect(Collectors.toMap(JournalEntry::position, Function.identity()));
    }

    /**
     * The picture of the plan a thing belongs to. The thing itself may be newer than {@code
     * position}, and then is not in it.
     *
     * @throws UnknownThing where nothing ever happened to it
     */
    public PlanPicture planOf(String subject, long position) {
        return Optional.ofNullable(things.find(eq("_id", subject)).first())
                .map(thing -> new PlanId(thing.getString("plan")))
                .flatMap(plan -> pictureAt(plan, position))
                .orElseThrow(() -> new UnknownThing(subject));
    }

    private List<JournalEntry> entriesIn(Collection<String> ids) {
        return buckets.find(in("_id", ids)).into(new ArrayList<>()).stream()
                .flatMap(bucket -> entries(bucket).stream())
                .sorted(Comparator.comparingLong(JournalEntry::position))
                .toList();
    }

    private static List<JournalEntry> entries(Document bucket) {
        return lines(Buckets.items(bucket)).map(JournalEntry::ofLine).toList();
    }

    /** The entries of a bucket's pieces, each as a line. */
    static Stream<String> lines(List<?> pieces) {
        return pieces.stream().flatMap(piece -> Packed.unpack((Binary) piece).lines());
    }
}
