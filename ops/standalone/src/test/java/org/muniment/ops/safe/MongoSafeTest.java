package org.muniment.ops.safe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.nio.charset.StandardCharsets;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MongoSafeTest extends SafeContract {
    private final MasterKey key = MasterKey.ofThisProcess();
    private MongoServer server;
    private MongoClient client;
    private MongoDatabase database;

    @BeforeEach
    void start() {
        server = new MongoServer(new MemoryBackend());
        client = MongoClients.create(server.bindAndGetConnectionString());
        database = client.getDatabase("common");
    }

    @AfterEach
    void stop() {
        client.close();
        server.shutdownNow();
    }

    @Override
    Safe safe() {
        return new MongoSafe(database, key, "ledger");
    }

    @Test
    void theDatabaseDoesNotKnowWhatItHolds() {
        safe().write("key", "a secret that is easy to find");

        Document held = database.getCollection("ledger").find().first();
        assertThat(held).isNotNull();
        byte[] bytes = held.get("secret", Binary.class).getData();
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain("secret");
    }

    @Test
    void whoeverHasAnotherKeyCannotOpenIt() {
        safe().write("key", bytes("one"));

        Safe foreign = new MongoSafe(database, MasterKey.ofThisProcess(), "ledger");

        assertThatThrownBy(() -> foreign.read("key")).isInstanceOf(SafeUnavailable.class);
    }

    @Test
    void oneSecretCannotBePutInThePlaceOfAnother() {
        Safe safe = safe();
        safe.write("key", bytes("one"));
        Document held = database.getCollection("ledger").find().first();
        assertThat(held).isNotNull();
        database.getCollection("ledger").insertOne(held.append("_id", "checkpoint"));

        assertThatThrownBy(() -> safe.read("checkpoint")).isInstanceOf(SafeUnavailable.class);
    }

    @Test
    void ofTwoProcessesThatReplaceTheSameOneDoes() {
        Safe one = safe();
        Safe other = safe();
        one.write("checkpoint", bytes("10"));

        assertThat(one.replace("checkpoint", bytes("10"), bytes("11"))).isTrue();
        assertThat(other.replace("checkpoint", bytes("10"), bytes("12"))).isFalse();
        assertThat(other.read("checkpoint")).hasValue(bytes("11"));
    }
}
