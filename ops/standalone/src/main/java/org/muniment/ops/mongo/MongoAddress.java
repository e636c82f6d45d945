package org.muniment.ops.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import org.muniment.ops.log.CannotStart;

/** Where a MongoDB is, as whoever runs this process says. */
public final class MongoAddress {
    private static final String USUAL = "muniment";

    private final ConnectionString address;

    private MongoAddress(ConnectionString address) {
        this.address = address;
    }

    /**
     * @throws CannotStart where it is not an address; what was given is not repeated, since it may
     *     hold a password
     */
    public static MongoAddress of(String uri) {
        try {
            return new MongoAddress(new ConnectionString(uri));
        } catch (IllegalArgumentException malformed) {
            throw new CannotStart(
                    "MUNIMENT_MONGODB is not an address of MongoDB.",
                    "Set it to an address such as mongodb://host1,host2,host3/?replicaSet=rs0.");
        }
    }

    /** The database it names; otherwise {@code muniment}. */
    public String database() {
        return address.getDatabase() == null ? USUAL : address.getDatabase();
    }

    /**
     * What is written there is on most members before it counts, and what is read has been: so
     * nothing that was shown is taken back when another member takes over.
     */
    public MongoClientSettings.Builder settings() {
        return MongoClientSettings.builder()
                .applyConnectionString(address)
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .readConcern(ReadConcern.MAJORITY)
                .readPreference(ReadPreference.primary());
    }
}
