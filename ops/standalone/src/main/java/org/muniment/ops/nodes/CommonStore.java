package org.muniment.ops.nodes;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.concurrent.TimeUnit;
import org.muniment.ops.mongo.MongoAddress;

/**
 * The database of what processes have in common beside the log. It is another one than that of the
 * read models, which may be dropped at any time.
 */
final class CommonStore implements AutoCloseable {
    private static final String SUFFIX = "-common";
    private static final long PATIENCE_SECONDS = 3;

    private final MongoClient client;
    private final String name;

    CommonStore(String uri) {
        MongoAddress address = MongoAddress.of(uri);
        client =
                MongoClients.create(
                        address.settings()
                                .timeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                                .applyToClusterSettings(
                                        cluster ->
                                                cluster.serverSelectionTimeout(
                                                        PATIENCE_SECONDS, TimeUnit.SECONDS))
                                .build());
        name = address.database() + SUFFIX;
    }

    MongoDatabase database() {
        return client.getDatabase(name);
    }

    @Override
    public void close() {
        client.close();
    }
}
