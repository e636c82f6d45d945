package org.muniment.ops.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muniment.ops.Running;
import org.muniment.ops.Running.Answer;

class SafetyHeadersTest {
    private static Running muniment;

    @BeforeAll
    static void start(@TempDir Path data) {
        muniment = Running.on(data, "demo-people");
    }

    @AfterAll
    static void stop() {
        muniment.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/assets/muniment.css",
                "/api/plans",
                "/api/plans/nowhere/dashboard",
                "/api/plans/..;/dashboard",
                "/api/plans?x=%00",
                "/nowhere",
                "/%00",
                "/actuator/env",
                "/actuator/health",
                "/v3/api-docs"
            })
    void everyAnswerHasThem(String path) {
        Answer answer = muniment.get("member", path);

        assertThat(answer.header("Content-Security-Policy")).startsWith("default-src 'none'");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Permissions-Policy")).contains("camera=()");
        assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Cache-Control")).isNotBlank();
        assertThat(answer.header("X-XSS-Protection")).isNull();
        assertThat(answer.header("Server")).isNull();
        // Of a connection that is not secure, nothing can be promised about later ones.
        assertThat(answer.header("Strict-Transport-Security")).isNull();
    }

    @Test
    void anAnswerThatIsPersonalIsNotKept() {
        assertThat(muniment.get("member", "/api/plans").header("Cache-Control"))
                .contains("no-store");
    }

    @Test
    void healthTellsStrangersWhetherAndOperatorsWhy() {
        assertThat(muniment.anonymously("/actuator/health").json().has("components")).isFalse();
        assertThat(muniment.get("member", "/actuator/health").json().has("components")).isFalse();
        assertThat(muniment.get("auditor", "/actuator/health").json().has("components")).isTrue();
        assertThat(muniment.anonymously("/actuator/health/vault").status()).isEqualTo(401);
        assertThat(muniment.anonymously("/actuator/prometheus").status()).isEqualTo(401);
        assertThat(muniment.get("member", "/actuator/prometheus").status()).isEqualTo(403);
        assertThat(muniment.get("admin", "/actuator").status()).isEqualTo(403);
    }
}
