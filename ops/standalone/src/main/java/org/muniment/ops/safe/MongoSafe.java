package org.muniment.ops.safe;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.types.Binary;
import org.muniment.kernel.words.Sha256;

/**
 * Documents of a database that several processes share, each encrypted under the key that every one
 * of them has in a file. What is taken away stays in the database's own log of operations for a
 * while, encrypted.
 */
public final class MongoSafe implements Safe {
    private static final String SECRET = "secret";

    /** Of the encrypted bytes: they differ each time, and so does this. */
    private static final String DIGEST = "digest";

    private final MongoCollection<Document> documents;
    private final MasterKey key;
    private final String area;

    /** {@code area} names the collection. The database's write concern must be majority. */
    public MongoSafe(MongoDatabase database, MasterKey key, String area) {
        this.documents = database.getCollection(area);
        this.key = key;
        this.area = area;
    }

    @Override
    public Optional<byte[]> read(String name) {
        return found(name).map(document -> plain(name, document));
    }

    private Optional<Document> found(String name) {
        return reaching(() -> Optional.ofNullable(documents.find(eq("_id", name)).first()));
    }

    private byte[] plain(String name, Document document) {
        try {
            return cipher(name).decrypt(document.get(SECRET, Binary.class).getData());
        } catch (GeneralSecurityException foreign) {
            throw new SafeUnavailable(
                    "%s in %s cannot be opened: the key in MUNIMENT_VAULT_KEY is another, or it was"
                            + " changed".formatted(name, place()),
                    foreign);
        }
    }

    @Override
    public void write(String name, byte[] secret) {
        Document document = document(name, secret);
        reaching(
                () ->
                        documents.replaceOne(
                                eq("_id", name), document, new ReplaceOptions().upsert(true)));
    }

    @Override
    public boolean replace(String name, byte[] known, byte[] secret) {
        Optional<Document> there = found(name);
        byte[] present = there.map(document -> plain(name, document)).orElse(null);
        if (!Arrays.equals(known, present)) {
            return false;
        }
        Document document = document(name, secret);
        return there.isEmpty() ? insert(document) : replace(there.get(), document);
    }

    private boolean insert(Document document) {
        try {
            documents.insertOne(document);
            return true;
        } catch (MongoWriteException failed) {
            if (failed.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw new SafeUnavailable(place() + " cannot be written", failed);
        } catch (MongoException failed) {
            throw new SafeUnavailable(place() + " cannot be written", failed);
        }
    }

    private boolean replace(Document known, Document document) {
        return reaching(
                () ->
                        documents
                                        .replaceOne(
                                                and(
                                                        eq("_id", known.get("_id")),
                                                        eq(DIGEST, known.get(DIGEST))),
                                                document)
                                        .getMatchedCount()
                                == 1);
    }

    private Document document(String name, byte[] secret) {
        byte[] encrypted = cipher(name).encrypt(secret);
        return new Document("_id", name)
                .append(SECRET, new Binary(encrypted))
                .append(DIGEST, Sha256.of(encrypted).toString());
    }

    private BoundCipher cipher(String name) {
        return new BoundCipher(
                key.derived("muniment-safe-key/v1/" + area, name),
                "muniment-safe/v1\n" + area + "\n" + name);
    }

    @Override
    public void move(String from, String to) {
        read(from).ifPresent(secret -> write(to, secret));
        erase(from);
    }

    @Override
    public void erase(String name) {
        reaching(() -> documents.deleteOne(eq("_id", name)));
    }

    @Override
    public Set<String> names() {
        return reaching(
                () ->
                        documents
                                .find()
                                .map(document -> document.getString("_id"))
                                .into(new HashSet<>()));
    }

    @Override
    public String place() {
        return documents.getNamespace().getFullName();
    }

    private <T> T reaching(Supplier<T> task) {
        try {
            return task.get();
        } catch (MongoException failed) {
            throw new SafeUnavailable(place() + " cannot be reached", failed);
        }
    }
}
