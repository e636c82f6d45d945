package org.muniment.ops.operations;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muniment.ops.Patience;
import org.muniment.ops.Running;
import org.muniment.ops.Running.Answer;
import org.muniment.ops.http.Examples;
import tools.jackson.databind.JsonNode;

/** Read models are made anew beside those that are read. */
class RebuildsTest {
    private static final String REBUILDS = "/api/operations/rebuilds";

    private final MongoServer server = new MongoServer(new MemoryBackend());

    @TempDir private Path data;

    @AfterEach
    void stop() {
        server.shutdownNow();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aNewSetIsVerifiedAndReadAndTheSwitchIsTakenBack(boolean lasting) {
        try (Running muniment = start(lasting)) {
            String before = dashboardOf(muniment);

            Answer begun = muniment.post("admin", REBUILDS, "");
            assertThat(begun.status()).as(begun.text()).isEqualTo(202);
            assertThat(begun.json().get("number").asLong()).isEqualTo(2);
            awaitRead(muniment, 2);

            JsonNode set = muniment.get("auditor", REBUILDS).json().at("/items/0");
            assertThat(set.get("state").asString()).isEqualTo("FOLLOWING");
            assertThat(set.get("verified").isNull()).isFalse();
            assertThat(set.get("by").asString()).isEqualTo("admin");
            assertThat(dashboardOf(muniment)).isEqualTo(before);
            define(muniment, "after-the-switch");

            assertThat(muniment.post("admin", REBUILDS + "/2/switch-back", "").status())
                    .isEqualTo(200);
            awaitRead(muniment, 1);
            assertThat(muniment.get("auditor", "/api/kpis/after-the-switch").status())
                    .isEqualTo(200);

            assertThat(muniment.post("admin", REBUILDS + "/1/drop", "").status()).isEqualTo(409);
            assertThat(muniment.post("admin", REBUILDS + "/2/drop", "").status()).isEqualTo(200);
            assertThat(muniment.post("admin", REBUILDS + "/2/switch", "").status()).isEqualTo(409);
            assertThat(muniment.post("admin", REBUILDS + "/7/switch", "").status()).isEqualTo(404);
        }
    }

    @Test
    void inAStoreThatLastsARestartGoesOnReadingTheNewSet() {
        try (Running muniment = start(true)) {
            muniment.post("admin", REBUILDS, "");
            awaitRead(muniment, 2);
        }
        try (Running muniment = start(true)) {
            awaitRead(muniment, 2);
            define(muniment, "later");
            assertThat(muniment.get("auditor", "/api/kpis/later").status()).isEqualTo(200);
        }
    }

    @Test
    void thereAreNotMoreThanAProcessCanKeepUpWith() {
        try (Running muniment = start(false)) {
            for (int generation = 2; generation <= 3; generation++) {
                assertThat(muniment.post("admin", REBUILDS, "").status()).isEqualTo(202);
                awaitRead(muniment, generation);
            }

            Answer refused = muniment.post("admin", REBUILDS, "");
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.json().get("rule").asString()).isEqualTo("too-many-generations");

            String before = dashboardOf(muniment);
            assertThat(muniment.post("admin", REBUILDS + "/1/drop", "").status()).isEqualTo(200);
            assertThat(dashboardOf(muniment)).isEqualTo(before);
            assertThat(muniment.post("admin", REBUILDS, "").status()).isEqualTo(202);
        }
    }

    @Test
    void whatIsRecordedMeanwhileIsInBoth() {
        try (Running muniment = start(false)) {
            muniment.post("admin", REBUILDS, "");
            for (int i = 0; i < 40; i++) {
                String kpi = "meanwhile-" + i;
                define(muniment, kpi);
                assertThat(muniment.get("auditor", "/api/kpis/" + kpi).status()).isEqualTo(200);
            }
            awaitRead(muniment, 2);
            assertThat(muniment.get("auditor", "/api/kpis/meanwhile-39").status()).isEqualTo(200);
        }
    }

    @Test
    void theWholeRecordGivesTheSameTwice() {
        try (Running muniment = start(false)) {
            Answer check = muniment.post("auditor", "/api/operations/determinism", "");

            assertThat(check.json().at("/last/agrees").asBoolean()).isTrue();
            assertThat(check.json().at("/last/digest").asString()).hasSize(64);
            assertThat(muniment.get("auditor", "/api/operations/determinism").text())
                    .isEqualTo(check.text());
            assertThat(muniment.get("auditor", "/operations").text())
                    .contains("Both readings agree.");
        }
    }

    private static void awaitRead(Running muniment, int generation) {
        Patience.await()
                .untilAsserted(
                        () -> {
                            JsonNode read =
                                    muniment.get("admin", "/api/operations/projections")
                                            .json()
                                            .at("/items/0");
                            assertThat(read.get("generation").asInt()).isEqualTo(generation);
                            assertThat(read.get("read").asBoolean()).isTrue();
                            assertThat(read.get("state").asString()).isEqualTo("CURRENT");
                        });
    }

    private static String dashboardOf(Running muniment) {
        return muniment.get("/api/plans/plan/dashboard?asOf=position:3").text();
    }

    private static void define(Running muniment, String kpi) {
        assertThat(muniment.post("officer", "/api/plans/plan/kpis", Examples.kpi(kpi)).status())
                .isEqualTo(201);
    }

    private Running start(boolean lasting) {
        String[] settings =
                lasting
                        ? new String[] {
                            "--muniment.mongodb=mongodb://127.0.0.1:" + port() + "/muniment"
                        }
                        : new String[0];
        Running muniment = Running.on(data, "demo-people", settings);
        Stream.of(
                        "/api/partnerships " + Examples.PARTNERSHIP,
                        "/api/partnerships/pair/plans " + Examples.PLAN)
                .map(said -> said.split(" ", 2))
                .forEach(said -> muniment.post("admin", said[0], said[1]));
        muniment.post("officer", "/api/plans/plan/kpis", Examples.kpi("first"));
        return muniment;
    }

    private int port() {
        return server.getLocalAddress() == null
                ? server.bind().getPort()
                : server.getLocalAddress().getPort();
    }
}
