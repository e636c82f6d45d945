package org.muniment.query.operations;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.bson.Document;
import org.muniment.kernel.words.Sha256;
import org.muniment.query.journal.LaneHeads;
import org.muniment.query.moment.LogHead;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Folds the log twice, as differently as can be, and compares. One check at a time. */
public final class Determinism {
    private static final Logger LOG = LoggerFactory.getLogger(Determinism.class);
    private static final String ID = "last";
    private static final String SCRATCH = "twice-";
    private static final int ONE_BATCH = 4_096;
    private static final int OTHER_BATCH = 389;

    private final ReadModels models;
    private final LogFold fold;
    private final LogHead head;
    private final Clock clock;
    private final MongoCollection<Document> documents;

    Determinism(ReadModels models, LogFold fold, LogHead head, Clock clock) {
        this.models = models;
        this.fold = fold;
        this.head = head;
        this.clock = clock;
        documents = models.store().getCollection(ReadModels.CHECKS);
    }

    /**
     * What came of a check.
     *
     * @param position how many events were folded
     * @param digest one hash over everything, of the first fold
     * @param differing the kinds of content of which the two folds made something else
     */
    public record Result(
            Instant at, long position, boolean agrees, String digest, List<String> differing) {}

    public synchronized Result run() {
        long position = head.position();
        SortedMap<String, String> one = folded("one", LaneHeads.LANES, ONE_BATCH, position);
        SortedMap<String, String> other = folded("other", 1, OTHER_BATCH, position);
        List<String> differing = Rebuilds.differing(one, other);
        if (!differing.isEmpty()) {
            LOG.error("Two folds of the same {} events differ in {}", position, differing);
        }
        Result result =
                new Result(
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        position,
                        differing.isEmpty(),
                        Sha256.of(one.toString()).value(),
                        differing);
        keep(result);
        return result;
    }

    private SortedMap<String, String> folded(String name, int lanes, int batch, long position) {
        String scratch = SCRATCH + name + "-";
        models.drop(scratch);
        try {
            return fold.into(models.named(scratch), lanes, batch, position);
        } finally {
            models.drop(scratch);
        }
    }

    private void keep(Result result) {
        documents.replaceOne(
                eq("_id", ID),
                new Document("_id", ID)
                        .append("at", result.at().toEpochMilli())
                        .append("position", result.position())
                        .append("digest", result.digest())
                        .append("differing", result.differing()),
                new ReplaceOptions().upsert(true));
    }

    public Optional<Result> last() {
        return Optional.ofNullable(documents.find(eq("_id", ID)).first())
                .map(
                        stored ->
                                new Result(
                                        Instant.ofEpochMilli(stored.getLong("at")),
                                        stored.getLong("position"),
                                        stored.getList("differing", String.class).isEmpty(),
                                        stored.getString("digest"),
                                        stored.getList("differing", String.class)));
    }
}
