package org.muniment.query.operations;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.addToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.UnableToInitializeTokenException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Where each event processor stands, one document per segment ({@code plan-pictures/0}). A claim
 * lapses when its owner has not renewed it for {@code claimTimeout}; every step is one conditional
 * write by {@code _id}.
 */
public final class MongoTokenStore implements TokenStore {
    private static final String SEGMENTS = "segments";

    private final MongoCollection<Document> tokens;
    private final Serializer serializer;
    private final Clock clock;
    private final Duration claimTimeout;
    private final String owner;

    /** {@code owner} names this process among all that share the store. */
    public MongoTokenStore(
            MongoDatabase database,
            Serializer serializer,
            Clock clock,
            Duration claimTimeout,
            String owner) {
        this.tokens = database.getCollection("tokens");
        this.serializer = serializer;
        this.clock = clock;
        this.claimTimeout = claimTimeout;
        this.owner = owner;
    }

    @Override
    public void initializeTokenSegments(String processor, int count, TrackingToken start) {
        if (fetchSegments(processor).length > 0) {
            throw new UnableToClaimTokenException(
                    "the segments of " + processor + " are initialized already");
        }
        for (int segment = 0; segment < count; segment++) {
            initializeSegment(start, processor, segment);
        }
    }

    @Override
    public void initializeTokenSegments(String processor, int count) {
        initializeTokenSegments(processor, count, null);
    }

    @Override
    public void initializeSegment(TrackingToken token, String processor, int segment) {
        Document document = new Document("_id", id(processor, segment));
        withToken(token).forEach(document::append);
        try {
            tokens.insertOne(document.append("owner", null).append("seen", 0L));
            tokens.updateOne(
                    eq("_id", processor),
                    addToSet(SEGMENTS, segment),
                    new UpdateOptions().upsert(true));
        } catch (MongoWriteException taken) {
            if (taken.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                throw new UnableToInitializeTokenException(
                        "segment " + segment + " of " + processor + " exists already");
            }
            throw taken;
        }
    }

    @Override
    public boolean requiresExplicitSegmentInitialization() {
        return true;
    }

    @Override
    public void storeToken(TrackingToken token, String processor, int segment) {
        Document stored = withToken(token);
        Bson change =
                combine(
                        set("token", stored.get("token")),
                        set("type", stored.get("type")),
                        set("seen", clock.millis()));
        if (tokens.updateOne(mine(processor, segment), change).getMatchedCount() == 0) {
            throw new UnableToClaimTokenException(
                    "segment " + segment + " of " + processor + " is claimed by another process");
        }
    }

    @Override
    public TrackingToken fetchToken(String processor, int segment) {
        long now = clock.millis();
        Bson claimable =
                and(
                        eq("_id", id(processor, segment)),
                        or(in("owner", owner, null), lt("seen", now - claimTimeout.toMillis())));
        Bson claim = combine(set("owner", owner), set("seen", now));
        if (tokens.updateOne(claimable, claim).getMatchedCount() == 0) {
            throw new UnableToClaimTokenException(
                    "segment " + segment + " of " + processor + " is claimed or unknown");
        }
        return tokenIn(tokens.find(eq("_id", id(processor, segment))).first());
    }

    @Override
    public void extendClaim(String processor, int segment) {
        Bson renewal = set("seen", clock.millis());
        if (tokens.updateOne(mine(processor, segment), renewal).getMatchedCount() == 0) {
            throw new UnableToClaimTokenException(
                    "the claim on segment " + segment + " of " + processor + " is lost");
        }
    }

    @Override
    public void releaseClaim(String processor, int segment) {
        tokens.updateOne(mine(processor, segment), set("owner", null));
    }

    @Override
    public void deleteToken(String processor, int segment) {
        if (tokens.deleteOne(mine(processor, segment)).getDeletedCount() == 0) {
            throw new UnableToClaimTokenException(
                    "segment " + segment + " of " + processor + " is not claimed here");
        }
        tokens.updateOne(eq("_id", processor), pull(SEGMENTS, segment));
    }

    @Override
    public int[] fetchSegments(String processor) {
        Document known = tokens.find(eq("_id", processor)).first();
        return known == null
                ? new int[0]
                : known.getList(SEGMENTS, Integer.class).stream()
                        .mapToInt(Integer::intValue)
                        .sorted()
                        .toArray();
    }

    @Override
    public Optional<String> retrieveStorageIdentifier() {
        return Optional.of(tokens.getNamespace().getFullName());
    }

    private Bson mine(String processor, int segment) {
        return and(eq("_id", id(processor, segment)), eq("owner", owner));
    }

    private Document withToken(TrackingToken token) {
        if (token == null) {
            return new Document("token", null).append("type", null);
        }
        SerializedObject<String> serialized = serializer.serialize(token, String.class);
        return new Document("token", serialized.getData())
                .append("type", serialized.getType().getName());
    }

    private TrackingToken tokenIn(Document stored) {
        String token = stored.getString("token");
        return token == null
                ? null
                : serializer.deserialize(
                        new SimpleSerializedObject<>(
                                token, String.class, stored.getString("type"), null));
    }

    private static String id(String processor, int segment) {
        return processor + "/" + segment;
    }
}
