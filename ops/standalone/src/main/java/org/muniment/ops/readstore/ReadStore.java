package org.muniment.ops.readstore;

import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.concurrent.TimeUnit;
import org.muniment.ops.log.CannotStart;
import org.muniment.ops.mongo.MongoAddress;

/** The database of the read models: one that was given, or one in memory for this process alone. */
final class ReadStore implements AutoCloseable {
    private static final String NAME = "muniment";

    /** A question does not wait longer for a server than for the read side itself. */
    private static final long PATIENCE_SECONDS = 5;

    /** A server that is there but says nothing is as good as away; no piece of work is as long. */
    private static final long SILENCE_SECONDS = 10;

    private final MongoClient client;
    private final String name;
    private final Runnable stop;

    private ReadStore(MongoClient client, String name, Runnable stop) {
        this.client = client;
        this.name = name;
        this.stop = stop;
    }

    static ReadStore inMemory() {
        MongoServer server = new MongoServer(new MemoryBackend());
        return new ReadStore(
                MongoClients.create(server.bindAndGetConnectionString()),
                NAME,
                server::shutdownNow);
    }

    /**
     * @throws CannotStart where it is not an address
     */
    static ReadStore at(String uri) {
        MongoAddress address = MongoAddress.of(uri);
        MongoClientSettings settings =
                address.settings()
                        .applyToClusterSettings(
                                cluster ->
                                        cluster.serverSelectionTimeout(
                                                PATIENCE_SECONDS, TimeUnit.SECONDS))
                        .applyToSocketSettings(
                                socket ->
                                        socket.connectTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                                                .readTimeout(SILENCE_SECONDS, TimeUnit.SECONDS))
                        .build();
        return new ReadStore(MongoClients.create(settings), address.database(), () -> {});
    }

    MongoDatabase database() {
        return client.getDatabase(name);
    }

    @Override
    public void close() {
        client.close();
        stop.run();
    }
}
