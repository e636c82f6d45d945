package org.muniment.ops.readstore;

import com.mongodb.MongoException;
import java.util.List;
import org.bson.Document;
import org.muniment.ops.log.CannotStart;
import org.muniment.query.journal.JournalWriter.Recorded;
import org.muniment.query.journal.LaneHeads.Head;
import org.muniment.query.journal.LogScan;
import org.muniment.query.operations.ReadModels;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReadStoreWiring {
    @Bean
    ReadStore readStore(@Value("${muniment.mongodb}") String uri) {
        return uri.isBlank() ? ReadStore.inMemory() : ReadStore.at(uri);
    }

    @Bean
    ReadModels readModels(
            ReadStore store, LogScan log, @Value("${muniment.read-lanes}") int lanes) {
        try {
            ReadModels models = new ReadModels(store.database(), lanes);
            requireOfThisLog(models.headsRead().head(), log);
            return models;
        } catch (MongoException absent) {
            throw new CannotStart(
                    "MongoDB cannot be reached.",
                    "Check MUNIMENT_MONGODB, and that a primary of it runs.",
                    absent);
        }
    }

    /** Read models that go on from where they stand must stand in this log. */
    private static void requireOfThisLog(Head known, LogScan log) {
        if (known.position() == 0) {
            return;
        }
        List<Recorded> same = log.after(known.position() - 1, 1);
        if (same.isEmpty() || !same.get(0).recordedAt().equals(known.recordedAt())) {
            throw new CannotStart(
                    "The read models in MongoDB, of %d events, are not those of this log."
                            .formatted(known.position()),
                    "Name an empty database in MUNIMENT_MONGODB: it is filled from the log.");
        }
    }

    @Bean
    HealthIndicator readStoreHealth(ReadStore store) {
        return new AbstractHealthIndicator() {
            @Override
            protected void doHealthCheck(Health.Builder health) {
                store.database().runCommand(new Document("ping", 1));
                health.up();
            }
        };
    }
}
