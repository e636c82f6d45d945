package org.muniment.ops.readstore;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.bson.Document;
import org.muniment.ops.log.EventAges;
import org.muniment.query.journal.ReadPosition;
import org.springframework.stereotype.Component;

/** How large the read models are, and how long the oldest event they lack has been waiting. */
@Component
final class ReadStoreMeters implements MeterBinder {
    private final MongoDatabase database;
    private final ReadPosition position;
    private final EventAges ages;

    ReadStoreMeters(MongoDatabase readDatabase, ReadPosition position, EventAges ages) {
        this.database = readDatabase;
        this.position = position;
        this.ages = ages;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder(
                        "muniment.read.delay",
                        ages,
                        it -> it.secondsAfter(position.head().position()))
                .description("How long the oldest event the read side lacks has been on disk")
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder("muniment.read.size", database, ReadStoreMeters::size)
                .description("Size of the read models' data in their store")
                .baseUnit("bytes")
                .register(meters);
    }

    private static double size(MongoDatabase database) {
        try {
            Document stats = database.runCommand(new Document("dbStats", 1));
            return stats.get("dataSize", Number.class).doubleValue();
        } catch (MongoException away) {
            return Double.NaN;
        }
    }
}
