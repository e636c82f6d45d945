package org.muniment.ops.readstore;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import org.bson.Document;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EmbeddedReadStore {
    @Bean(destroyMethod = "shutdownNow")
    MongoServer mongoServer() {
        return new MongoServer(new MemoryBackend());
    }

    @Bean
    MongoClient mongoClient(MongoServer server) {
        return MongoClients.create(server.bindAndGetConnectionString());
    }

    @Bean
    MongoDatabase readDatabase(MongoClient client) {
        return client.getDatabase("muniment");
    }

    @Bean
    HealthIndicator readStoreHealth(MongoDatabase database) {
        return () -> {
            database.runCommand(new Document("ping", 1));
            return Health.up().build();
        };
    }
}
