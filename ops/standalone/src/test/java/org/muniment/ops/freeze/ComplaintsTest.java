package org.muniment.ops.freeze;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muniment.ops.Running;
import tools.jackson.databind.JsonNode;

/** Reported as 38, restated as 31 on 13 November 2019: both stay, each on its days. */
class ComplaintsTest {
    private static final String PLAN = "/api/plans/bip-2019-20";

    private static Running muniment;

    @BeforeAll
    static void play(@TempDir Path data) {
        muniment =
                Running.on(
                        data,
                        "demo",
                        "--muniment.demo-year=classpath:/demo/complaints-2019-20.yaml");
    }

    @AfterAll
    static void stop() {
        muniment.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2019-07-08", "2019-09-12", "2019-11-12", "2019-11-13T10:59:59Z"})
    void beforeTheCorrectionTheAnswerIs38(String day) {
        JsonNode complaints = complaints(day);

        assertThat(complaints.get("actual").asString()).isEqualTo("38");
        assertThat(complaints.get("restated").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2019-11-13", "2019-12-12", "2020-01-01"})
    void afterwardsItIs31AndSaysThatItWas38(String day) {
        JsonNode complaints = complaints(day);

        assertThat(complaints.get("actual").asString()).isEqualTo("31");
        assertThat(complaints.get("restated").asBoolean()).isTrue();
        assertThat(complaints.get("reported").asString()).isEqualTo("38");
    }

    @Test
    void whatMembersSawInSeptemberComesWithWhatWasCorrectedSince() {
        JsonNode seen = muniment.get(PLAN + "/seen?on=september").json();

        assertThat(seen.at("/publications/0/snapshot").asString()).isEqualTo("q1-2019-20");
        assertThat(seen.at("/dashboard/kpis/rows/0/actual").asString()).isEqualTo("38");
        assertThat(seen.at("/since/0/before").asString()).isEqualTo("38");
        assertThat(seen.at("/since/0/after").asString()).isEqualTo("31");
        assertThat(seen.at("/since/0/recordedAt").asString()).startsWith("2019-11-13");
        assertThat(seen.at("/since/0/by").asString()).isEqualTo("officer");
        assertThat(seen.at("/since/0/reason").asString()).contains("Requests for service");
        String pack = muniment.get(seen.at("/publications/0/href").asString()).text();
        assertThat(pack).contains("\"actual\":\"38\"").doesNotContain("\"31\"");
    }

    @Test
    void theRegisterTellsTheNextMeeting() {
        JsonNode register = muniment.get(PLAN + "/restatements?meeting=december").json();

        assertThat(register.get("items")).hasSize(1);
        assertThat(register.at("/items/0/restatement/reported").asString()).isEqualTo("38");
        assertThat(register.at("/items/0/restatement/restated").asString()).isEqualTo("31");
        assertThat(muniment.get(PLAN + "/restatements?meeting=september").json().get("items"))
                .isEmpty();
    }

    private static JsonNode complaints(String day) {
        return muniment.get(PLAN + "/dashboard?asOf=" + day).json().at("/kpis/rows/0");
    }
}
