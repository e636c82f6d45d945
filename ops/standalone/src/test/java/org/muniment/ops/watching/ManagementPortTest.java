package org.muniment.ops.watching;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muniment.ops.Running;

/** Metrics are told at a port of their own, if at all. */
class ManagementPortTest {
    private static Running muniment;

    @BeforeAll
    static void start(@TempDir Path data) {
        muniment = Running.on(data, "demo-people", "--muniment.management-port=0");
    }

    @AfterAll
    static void stop() {
        muniment.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/health",
                "/actuator/health/liveness",
                "/actuator/health/readiness",
                "/actuator/prometheus"
            })
    void whoeverReachesItReadsHealthAndMetrics(String path) {
        assertThat(muniment.watching(path).status()).isEqualTo(200);
    }

    @Test
    void theReasonsAreNotToldThere() {
        assertThat(muniment.watching("/actuator/health").json().has("components")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/env",
                "/actuator/health/vaultHealth",
                "/api/plans",
                "/api/ledger/key",
                "/"
            })
    void nothingElseIsThere(String path) {
        assertThat(muniment.watching(path).status()).isIn(401, 403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"member", "auditor", "admin"})
    void atThePublicPortNobodyReadsMetrics(String client) {
        assertThat(muniment.get(client, "/actuator/prometheus").status()).isEqualTo(403);
        assertThat(muniment.anonymously("/actuator/prometheus").status()).isEqualTo(401);
    }

    @Test
    void withoutItNobodyReadsMetricsAnywhere(@TempDir Path data) {
        try (Running unwatched = Running.on(data, "demo-people")) {
            assertThat(unwatched.get("admin", "/actuator/prometheus").status()).isEqualTo(403);
            assertThat(unwatched.anonymously("/actuator/health").status()).isEqualTo(200);
            assertThat(unwatched.watching("/actuator/prometheus").status()).isEqualTo(401);
        }
    }
}
