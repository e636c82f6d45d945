package org.muniment.query.journal;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.UUID;

/** An empty read store: in memory, or on the MongoDB given with -Dmongodb=uri. */
public final class ReadStore implements AutoCloseable {
    private final MongoServer server = new MongoServer(new MemoryBackend());
    private final MongoClient client =
            MongoClients.create(System.getProperty("mongodb", server.bindAndGetConnectionString()));
    private final String name = "test-" + UUID.randomUUID();

    public MongoDatabase database() {
        return client.getDatabase(name);
    }

    @Override
    public void close() {
        database().drop();
        client.close();
        server.shutdownNow();
    }
}
