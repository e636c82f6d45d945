package org.muniment.ops.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.ops.Running;
import org.muniment.ops.Running.Answer;

/** The budgets over HTTP; how they are counted is BucketsTest's. */
class LimitsTest {
    @Test
    void whoeverAsksTooMuchIsToldWhenToComeBackAndOthersAreServed(@TempDir Path data) {
        try (Running muniment =
                Running.on(
                        data,
                        "demo-people",
                        "--muniment.limits.requests=3",
                        "--muniment.limits.expensive=1")) {
            assertThat(muniment.get("officer", "/api/plans").status()).isEqualTo(200);
            assertThat(muniment.get("officer", "/api/plans/x/seen?on=2017-09-14").status())
                    .isEqualTo(404);
            assertTooMany(muniment.get("officer", "/api/plans/x/seen?on=2017-09-14"));
            assertTooMany(muniment.get("officer", "/api/plans"));
            assertThat(muniment.get("member", "/api/plans").status()).isEqualTo(200);
        }
    }

    @Test
    void guessingASecretIsStoppedInTheDemoTooAndNobodyElseIs(@TempDir Path data) {
        try (Running muniment = Running.on(data, "demo-people")) {
            for (int i = 0; i < 10; i++) {
                assertThat(muniment.signingInWith("officer", "guess-" + i).status()).isEqualTo(401);
            }

            assertTooMany(muniment.signingInWith("officer", "guess"));
            assertTooMany(muniment.get("officer", "/api/plans"));
            assertThat(muniment.get("member", "/api/plans").status()).isEqualTo(200);
        }
    }

    private static void assertTooMany(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(429);
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 60);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }
}
