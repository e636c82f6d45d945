package org.muniment.query.journal;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Which process writes which lane. A node takes its fair share and lets go of more than that; what
 * a node holds lapses when it has not been seen for {@code timeout}. A claim saves work that would
 * be done twice. It is not what keeps the read models right: every write is guarded by position.
 */
public final class LaneClaims {
    private static final Bson LANES = regex("_id", "^lane/");
    private static final Bson NODES = regex("_id", "^node/");
    private static final String OWNER = "owner";
    private static final String SEEN = "seen";

    private final MongoCollection<Document> documents;
    private final Clock clock;
    private final Duration timeout;
    private final String node;

    /** {@code node} names this process among all that share the store; their clocks must agree. */
    public LaneClaims(MongoDatabase database, Clock clock, Duration timeout, String node) {
        documents = database.getCollection(LaneHeads.NAME);
        this.clock = clock;
        this.timeout = timeout;
        this.node = node;
    }

    /** Says that this node is alive, and answers which lanes it holds from now on. */
    public Set<Integer> renew() {
        long now = clock.millis();
        long lapsed = now - timeout.toMillis();
        documents.updateOne(
                eq("_id", "node/" + node), set(SEEN, now), new UpdateOptions().upsert(true));
        documents.updateMany(and(LANES, eq(OWNER, node)), set(SEEN, now));
        documents.deleteMany(and(NODES, lt(SEEN, lapsed)));
        long nodes = documents.countDocuments(and(NODES, gte(SEEN, lapsed)));
        List<Document> lanes = documents.find(LANES).into(new ArrayList<>());
        long share = (lanes.size() + nodes - 1) / nodes;
        TreeSet<Integer> mine = new TreeSet<>();
        lanes.stream()
                .filter(lane -> node.equals(lane.getString(OWNER)))
                .forEach(lane -> mine.add(number(lane)));
        while (mine.size() > share) {
            letGo(mine.pollLast());
        }
        for (Document lane : lanes) {
            if (mine.size() < share && !mine.contains(number(lane)) && claim(lane, now, lapsed)) {
                mine.add(number(lane));
            }
        }
        return mine;
    }

    private boolean claim(Document lane, long now, long lapsed) {
        return documents
                        .updateOne(
                                and(
                                        eq("_id", lane.getString("_id")),
                                        or(eq(OWNER, null), lt(SEEN, lapsed))),
                                combine(set(OWNER, node), set(SEEN, now)))
                        .getMatchedCount()
                > 0;
    }

    private void letGo(int lane) {
        documents.updateOne(and(eq("_id", LaneHeads.id(lane)), eq(OWNER, node)), set(OWNER, null));
    }

    /** Leaves everything to the others at once. */
    public void release() {
        documents.updateMany(and(LANES, eq(OWNER, node)), set(OWNER, null));
        documents.deleteOne(eq("_id", "node/" + node));
    }

    private static int number(Document lane) {
        return Integer.parseInt(lane.getString("_id").substring("lane/".length()));
    }
}
