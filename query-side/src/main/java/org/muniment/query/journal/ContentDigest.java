package org.muniment.query.journal;

import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.types.Binary;

/**
 * One hash for each kind of content of a set of read models. How things are packed, and into how
 * many pieces, makes no difference; neither does how far each lane has come, nor what was once
 * stopped and is settled, nor in which words a failure is told: the JVM no longer says where once
 * it has compiled the method.
 */
public final class ContentDigest {
    private static final List<String> OF_PLANS =
            List.of(Journal.PLANS, Journal.BUCKETS, Journal.THINGS, Journal.TRAILS);

    private static final Set<String> OF_NO_CONTENT = Set.of(DeadLetters.LAST, DeadLetters.WHY);

    private ContentDigest() {}

    /** By the name of the content; {@code keepers} say what else is kept. */
    public static SortedMap<String, String> of(MongoDatabase database, List<RecordKeeper> keepers) {
        SortedMap<String, String> hashes = new TreeMap<>();
        OF_PLANS.forEach(name -> hashes.put(name, hash(database, name)));
        hashes.put(Timeline.NAME, hash(database, Timeline.NAME));
        hashes.put(DeadLetters.NAME, hash(database, DeadLetters.NAME));
        keepers.forEach(keeper -> hashes.put(keeper.name(), hash(database, keeper.name())));
        return hashes;
    }

    private static String hash(MongoDatabase database, String name) {
        MessageDigest hash = sha256();
        for (Document document :
                database.getCollection(name)
                        .find(ne(DeadLetters.POSITION, 0L))
                        .sort(Sorts.ascending("_id"))) {
            hash.update(text(document).getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(hash.digest());
    }

    private static String text(Object value) {
        if (value instanceof Map<?, ?> fields) {
            return new TreeMap<>(fields)
                    .entrySet().stream()
                            .filter(field -> !OF_NO_CONTENT.contains(field.getKey()))
                            .map(field -> field.getKey() + "=" + text(field.getValue()))
                            .collect(Collectors.joining("\n", "{", "}\n"));
        }
        if (value instanceof List<?> items) {
            return items.stream().map(ContentDigest::text).collect(Collectors.joining("\n"));
        }
        return value instanceof Binary packed ? Packed.unpack(packed) : String.valueOf(value);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
