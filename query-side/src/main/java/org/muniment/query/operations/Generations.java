package org.muniment.query.operations;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.type;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonType;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.muniment.query.journal.TakenKeys;
import org.muniment.query.operations.Rebuild.State;

/** What is known of each generation of read models: every process reads it, and one changes it. */
final class Generations {
    /** Whoever fills one says so more often than this. */
    private static final Duration ABANDONED = Duration.ofSeconds(10);

    private static final Bson UNDER_WAY = in("state", State.FILLING.name(), State.VERIFYING.name());

    /** Beside them lies what says which one is read. */
    private static final Bson ANY = type("_id", BsonType.INT32);

    private final MongoCollection<Document> documents;
    private final Clock clock;

    Generations(MongoCollection<Document> documents, Clock clock) {
        this.documents = documents;
        this.clock = clock;
    }

    /**
     * One of them.
     *
     * @param target how many events it is verified with; null of the first
     * @param before which one was read before it took its place; null where it never did
     */
    record Known(
            int number,
            State state,
            String by,
            Instant begun,
            Instant filled,
            Instant verified,
            Long target,
            String digest,
            String reason,
            Integer before) {
        static Known of(Document stored) {
            return new Known(
                    stored.getInteger("_id"),
                    State.valueOf(stored.getString("state")),
                    stored.getString("by"),
                    instant(stored, "begun"),
                    instant(stored, "filled"),
                    instant(stored, "verified"),
                    stored.getLong("target"),
                    stored.getString("digest"),
                    stored.getString("reason"),
                    stored.getInteger("before"));
        }

        private static Instant instant(Document stored, String name) {
            Long millis = stored.getLong(name);
            return millis == null ? null : Instant.ofEpochMilli(millis);
        }

        boolean isUnderWay() {
            return state == State.FILLING || state == State.VERIFYING;
        }
    }

    void addFirst() {
        insert(new Document("_id", ReadModels.FIRST).append("state", State.FOLLOWING.name()));
    }

    /** False where another process has begun this one at the same moment. */
    boolean begin(int number, String by, long until) {
        return insert(
                new Document("_id", number)
                        .append("state", State.FILLING.name())
                        .append("by", by)
                        .append("begun", clock.millis())
                        .append("seen", clock.millis())
                        .append("target", until)
                        .append("until", until));
    }

    /** Somebody is still at it. */
    void seen(int number) {
        change(number, set("seen", clock.millis()));
    }

    void filled(int number) {
        change(
                number,
                combine(set("state", State.VERIFYING.name()), set("filled", clock.millis())));
    }

    /** From now on it follows the log wherever it goes. */
    void verified(int number, String digest) {
        change(
                number,
                combine(
                        set("state", State.FOLLOWING.name()),
                        set("verified", clock.millis()),
                        set("digest", digest),
                        set("until", null)));
    }

    void failed(int number, String reason) {
        change(number, combine(set("state", State.FAILED.name()), set("reason", reason)));
    }

    void tookPlaceOf(int number, int before) {
        change(number, set("before", before));
    }

    /** Those that are being filled by a process that ended. */
    void failAbandoned() {
        documents.updateMany(
                and(UNDER_WAY, lt("seen", clock.millis() - ABANDONED.toMillis())),
                combine(
                        set("state", State.FAILED.name()),
                        set("reason", "The process that rebuilt it ended.")));
    }

    /** Those that have not failed, and the last position each takes for the present. */
    Map<Integer, Long> followed() {
        Map<Integer, Long> followed = new HashMap<>();
        for (Document stored : documents.find(and(ANY, ne("state", State.FAILED.name())))) {
            Long until = stored.getLong("until");
            followed.put(stored.getInteger("_id"), until == null ? Long.MAX_VALUE : until);
        }
        return followed;
    }

    boolean isUnderWay() {
        return documents.countDocuments(UNDER_WAY) > 0;
    }

    int newest() {
        Document newest = documents.find(ANY).sort(Sorts.descending("_id")).first();
        return newest == null ? ReadModels.FIRST : newest.getInteger("_id");
    }

    /** All that were ever begun, the newest first. */
    List<Known> all() {
        return documents
                .find(ANY)
                .sort(Sorts.descending("_id"))
                .map(Known::of)
                .into(new ArrayList<>());
    }

    /**
     * @throws UnknownGeneration where there is none
     */
    Known of(int number) {
        return Optional.ofNullable(documents.find(eq("_id", number)).first())
                .map(Known::of)
                .orElseThrow(() -> new UnknownGeneration(number));
    }

    private void change(int number, Bson change) {
        documents.updateOne(eq("_id", number), change);
    }

    private boolean insert(Document document) {
        return TakenKeys.unlessTaken(() -> documents.insertOne(document));
    }
}
