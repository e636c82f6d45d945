package org.muniment.ops.nodes;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.concurrent.TimeUnit;

/**
 * The database of what processes have in common beside the log. It is another one than that of the
 * read models, which may be dropped at any time.
 */
final class CommonStore implements AutoCloseable {
    private static final String SUFFIX = "-common";
    private static final String USUAL = "muniment";
    private static final long PATIENCE_SECONDS = 3;

    private final MongoClient client;
    private final String name;

    /** What was written is on most members, and what is read was. */
    CommonStore(String uri) {
        ConnectionString address = new ConnectionString(uri);
        client =
                MongoClients.create(
                        MongoClientSettings.builder()
                                .applyConnectionString(address)
                                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                                .readConcern(ReadConcern.MAJORITY)
                                .readPreference(ReadPreference.primary())
                                .timeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                                .applyToClusterSettings(
                                        cluster ->
                                                cluster.serverSelectionTimeout(
                                                        PATIENCE_SECONDS, TimeUnit.SECONDS))
                                .build());
        name = (address.getDatabase() == null ? USUAL : address.getDatabase()) + SUFFIX;
    }

    MongoDatabase database() {
        return client.getDatabase(name);
    }

    @Override
    public void close() {
        client.close();
    }
}
