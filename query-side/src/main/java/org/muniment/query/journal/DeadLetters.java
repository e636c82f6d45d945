package org.muniment.query.journal;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.muniment.kernel.plan.PlanId;

/**
 * The events that could not be taken. One document for each sequence that ever stopped; {@code
 * last} is the position of the last event that was put there or settled, and the guard of every
 * write.
 */
public final class DeadLetters {
    static final String NAME = "dead-letters";
    static final String PLAN = "plan:";
    static final String LAST = "last";
    static final String WHY = "why";
    static final String POSITION = "position";

    private final MongoCollection<Document> documents;

    public DeadLetters(MongoDatabase database) {
        documents = database.getCollection(NAME);
    }

    static String sequenceOf(PlanId plan) {
        return PLAN + plan.value();
    }

    /** By position. */
    public List<DeadLetter> all() {
        return documents
                .find(gt(POSITION, 0L))
                .sort(Sorts.ascending(POSITION, "_id"))
                .map(DeadLetters::letter)
                .into(new ArrayList<>());
    }

    /** One for each sequence that stopped at that event. */
    public List<DeadLetter> at(long position) {
        return documents
                .find(eq(POSITION, position))
                .sort(Sorts.ascending("_id"))
                .map(DeadLetters::letter)
                .into(new ArrayList<>());
    }

    public long count() {
        return documents.countDocuments(gt(POSITION, 0L));
    }

    /**
     * @throws PlanStopped where the plan stands before {@code position}
     */
    void requireNotStopped(PlanId plan, long position) {
        of(sequenceOf(plan))
                .filter(letter -> letter.position() <= position)
                .ifPresent(
                        letter -> {
                            throw new PlanStopped(plan, letter.position());
                        });
    }

    private Optional<DeadLetter> of(String sequence) {
        return Optional.ofNullable(documents.find(eq("_id", sequence)).first())
                .filter(stored -> stored.getLong(POSITION) > 0)
                .map(DeadLetters::letter);
    }

    static DeadLetter letter(Document stored) {
        return new DeadLetter(
                stored.getString("_id"),
                stored.getLong(POSITION),
                Instant.ofEpochMilli(stored.getLong("recordedAt")),
                stored.getString("type"),
                stored.getString(WHY),
                stored.getList("waiting", Long.class));
    }

    static Document document(DeadLetter letter, long last) {
        return new Document("_id", letter.sequence())
                .append(LAST, last)
                .append(POSITION, letter.position())
                .append("recordedAt", letter.recordedAt().toEpochMilli())
                .append("type", letter.type())
                .append(WHY, letter.why())
                .append("waiting", letter.waiting());
    }

    /** A settled sequence keeps its guard: a late writer must not stop it again. */
    static Document settled(String sequence, long last) {
        return new Document("_id", sequence).append(LAST, last).append(POSITION, 0L);
    }
}
