package org.muniment.ops.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.ops.Patience;
import org.muniment.ops.Running;
import org.muniment.ops.Running.Answer;
import org.muniment.ops.engines.Proxy.Way;
import org.muniment.ops.http.Examples;

/** An engine that is away is told, nothing is acknowledged meanwhile, and all is well by itself. */
class AwayTest {
    private static final List<Way> WRONG =
            List.of(Way.REFUSED, Way.RESET, Way.SILENT, Way.SLOW, Way.HALF_CLOSED);

    @TempDir private Path data;

    @Test
    @EnabledIfSystemProperty(
            named = GivenEngines.AXON_SERVER,
            matches = ".+",
            disabledReason = GivenEngines.NO_AXON_SERVER)
    void whileAxonServerIsAwayNothingIsAcknowledgedAndWhatIsKnownIsStillAnswered()
            throws Exception {
        try (Proxy way = new Proxy(GivenEngines.emptyAxonServer());
                Running muniment =
                        Running.on(data, "demo-people", "--muniment.axonserver=" + way.address())) {
            assertThat(establish(muniment, "before").status()).isEqualTo(201);

            for (Way wrong : WRONG) {
                String id = "while-" + wrong.name().toLowerCase(Locale.ROOT).replace('_', '-');
                way.go(wrong);
                Answer answer = establish(muniment, id);
                if (wrong == Way.SLOW) {
                    assertThat(answer.status()).as(id).isIn(201, 503);
                } else {
                    assertThat(answer.status()).as(id).isEqualTo(503);
                    assertThat(answer.header("Retry-After")).isNotNull();
                    Patience.await().until(() -> health(muniment) == 503);
                    assertThat(probe(muniment, "readiness")).as(id).isEqualTo(503);
                    assertThat(probe(muniment, "liveness")).as(id).isEqualTo(200);
                }
                assertThat(muniment.get("/api/partnerships").text()).contains("before");

                way.mend();
                Patience.await().until(() -> health(muniment) == 200);
                assertThat(probe(muniment, "readiness")).as(id).isEqualTo(200);
                assertThat(establish(muniment, id).status()).as(id).isEqualTo(201);
                String known = muniment.get("/api/partnerships").text();
                assertThat(known.split("\"" + id + "\"", -1)).as(known).hasSize(2);
            }
        }
    }

    @Test
    void withoutTheAxonServerThatWasSetItDoesNotStart() {
        assertThatThrownBy(
                        () ->
                                Running.on(data, "demo-people", "--muniment.axonserver=127.0.0.1:1")
                                        .close())
                .hasStackTraceContaining("The shared log cannot be read");
    }

    @Test
    void whileMongoDbIsAwayCommandsGoOnAndQuestionsAreToldToComeBack() throws Exception {
        MongoServer server = new MongoServer(new MemoryBackend());
        InetSocketAddress at = server.bind();
        try (Proxy way = new Proxy("127.0.0.1:" + at.getPort());
                Running muniment =
                        Running.on(
                                data,
                                "demo-people",
                                "--muniment.mongodb=mongodb://" + way.address())) {
            assertThat(establish(muniment, "before").status()).isEqualTo(201);
            assertThat(muniment.get("/api/partnerships").text()).contains("before");

            for (Way wrong : WRONG) {
                String id = "while-" + wrong.name().toLowerCase(Locale.ROOT).replace('_', '-');
                way.go(wrong);
                assertThat(establish(muniment, id).status()).as(id).isEqualTo(201);
                Answer question = muniment.get("/api/partnerships");
                if (wrong == Way.SLOW) {
                    assertThat(question.status()).as(id).isIn(200, 503);
                } else {
                    assertThat(question.status()).as(id).isEqualTo(503);
                    assertThat(question.header("Retry-After")).isNotNull();
                    assertThat(health(muniment)).as(id).isEqualTo(503);
                    assertThat(probe(muniment, "readiness")).as(id).isEqualTo(503);
                    assertThat(probe(muniment, "liveness")).as(id).isEqualTo(200);
                }

                way.mend();
                Patience.await().until(() -> health(muniment) == 200);
                assertThat(probe(muniment, "readiness")).as(id).isEqualTo(200);
                Patience.await().until(() -> muniment.get("/api/partnerships").text().contains(id));
            }
            assertThat(muniment.get("/api/partnerships").text()).contains("before");
        } finally {
            server.shutdownNow();
        }
    }

    private static Answer establish(Running muniment, String id) {
        return muniment.post(
                "admin",
                "/api/partnerships",
                Examples.PARTNERSHIP.replace("\"pair\"", "\"" + id + "\""),
                "Idempotency-Key",
                "key-" + id);
    }

    /** As a stranger asks, who runs containers and has no account. */
    private static int probe(Running muniment, String which) {
        return muniment.anonymously("/actuator/health/" + which).status();
    }

    private static int health(Running muniment) {
        return muniment.get("/actuator/health").status();
    }
}
