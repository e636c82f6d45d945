package org.muniment.ops.readstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoTimeoutException;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.ops.Running;
import org.muniment.ops.http.Examples;
import org.muniment.ops.log.CannotStart;
import org.muniment.query.journal.ReadPosition;

/** Read models in a database that outlives the process. */
class ReadStoreTest {
    private final MongoServer server = new MongoServer(new MemoryBackend());
    private final String setting = "--muniment.mongodb=" + server.bindAndGetConnectionString();

    @TempDir private Path data;
    @TempDir private Path another;

    @AfterEach
    void stop() {
        server.shutdownNow();
    }

    @Test
    void theyAreNotReadAgainAfterARestartAndGoOn() {
        String before;
        try (Running muniment = Running.on(data, "demo-people", setting)) {
            establish(muniment, "one");
            before = muniment.get("/api/partnerships").text();
        }

        try (Running muniment = Running.on(data, "demo-people", setting)) {
            ReadPosition position = muniment.bean("readPosition", ReadPosition.class);
            assertThat(muniment.get("/api/partnerships").text()).isEqualTo(before);
            assertThat(position.spent()).isEqualTo(Duration.ZERO);

            establish(muniment, "two");
            assertThat(muniment.get("/api/partnerships").text()).contains("one", "two");
        }
    }

    @Test
    void theOnesOfAnotherLogAreRefused() {
        try (Running muniment = Running.on(data, "demo-people", setting)) {
            establish(muniment, "one");
            muniment.get("/api/partnerships");
        }
        try (Running muniment = Running.on(another, "demo-people")) {
            establish(muniment, "other");
            establish(muniment, "and-other");
        }

        assertThatThrownBy(() -> Running.on(another, "demo-people", setting).close())
                .rootCause()
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("not those of this log");
    }

    @Test
    void whatIsNoAddressIsRefusedAndNotRepeated() {
        assertThatThrownBy(() -> ReadStore.at("mongo://admin:secret@host"))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("MUNIMENT_MONGODB")
                .hasMessageNotContaining("secret");
    }

    @Test
    void whereThereIsNoneItDoesNotStart() {
        assertThatThrownBy(
                        () ->
                                Running.on(
                                                data,
                                                "demo-people",
                                                "--muniment.mongodb=mongodb://127.0.0.1:1")
                                        .close())
                .hasRootCauseInstanceOf(MongoTimeoutException.class)
                .hasStackTraceContaining("MongoDB cannot be reached");
    }

    private static void establish(Running muniment, String id) {
        assertThat(
                        muniment.post(
                                        "admin",
                                        "/api/partnerships",
                                        Examples.PARTNERSHIP.replace("\"pair\"", "\"" + id + "\""))
                                .status())
                .isEqualTo(201);
    }
}
