package org.muniment.ops.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.ops.Running;
import org.muniment.ops.Running.Answer;

class PageTest {
    @Test
    void thePageWorksBeforeAnyPlanAndWithAFormLeftEmptyAndEscapesWhatIsTyped(@TempDir Path data) {
        try (Running muniment = Running.on(data, "demo-people")) {
            assertThat(muniment.get("member", "/").text()).contains("No plan has been adopted yet");

            muniment.post("admin", "/api/partnerships", Examples.PARTNERSHIP);
            muniment.post("admin", "/api/partnerships/pair/plans", Examples.PLAN);
            muniment.post(
                    "officer",
                    "/api/plans/plan/projects",
                    Examples.project("p").replace("A project", "<script>alert(1)</script>"));
            Answer page = muniment.get("member", "/plans/plan?asOf=&asAt=");

            assertThat(page.status()).isEqualTo(200);
            assertThat(page.text()).contains("&lt;script&gt;").doesNotContain("<script>alert");
            assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'");
        }
    }

    @Test
    void theApiDescribesItself(@TempDir Path data) {
        try (Running muniment = Running.on(data, "demo-people")) {
            Answer description = muniment.anonymously("/v3/api-docs");

            assertThat(description.json().get("paths").has("/error")).isFalse();
            assertThat(description.json().at("/info/title").asString()).isEqualTo("Muniment");
            assertThat(
                            description
                                    .json()
                                    .at("/components/schemas/Actual/properties/actual/type")
                                    .asString())
                    .isEqualTo("string");
            assertThat(muniment.anonymously("/actuator/health").status()).isEqualTo(200);
        }
    }

    @Test
    void nobodyCanSignInOutsideTheDemo(@TempDir Path data) {
        try (Running muniment = Running.on(data, "production")) {
            assertThat(muniment.get("admin", "/api/plans").status()).isEqualTo(401);
        }
    }
}
