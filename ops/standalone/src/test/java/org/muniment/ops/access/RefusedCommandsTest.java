package org.muniment.ops.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.kernel.access.Role;
import org.muniment.kernel.partnership.PartnershipId;
import org.muniment.kernel.refusal.Refusal;
import org.muniment.kernel.words.PersonId;
import org.muniment.ops.Running;
import tools.jackson.databind.JsonNode;

/** What was refused to people who had signed in can be listed, and nothing they wrote is in it. */
class RefusedCommandsTest {
    @Test
    void refusedCommandsAreOnRecordForTheAuditor(@TempDir Path data) {
        try (Running muniment = Running.on(data, "demo-people")) {
            TwoPartnerships two = TwoPartnerships.in(muniment);
            RefusalRecorder recorder = muniment.bean("refusalRecorder", RefusalRecorder.class);
            String officer = two.tokenOf(Role.OFFICER, "here");
            recorder.record();
            int before = items(muniment, two.tokenOf(Role.AUDITOR, "here")).size();

            muniment.postBearing(officer, "/api/plans/here-plan/snapshots", "{}");
            muniment.postBearing(officer, "/api/kpis/there-kpi/actuals", "{\"secret\": \"words\"}");
            muniment.postBearing(officer, "/api/kpis/jane-roe/actuals", "{}");
            muniment.post("admin", "/api/access/admin/grants", own());
            muniment.postBearing(officer, "/api/kpis/here-kpi/actuals", "[malformed");
            muniment.postBearing(
                    officer,
                    "/api/kpis/here-kpi/actuals?dryRun=true",
                    "{\"month\": \"2001-01\", \"actual\": \"1\"}",
                    "If-Match",
                    "\"1\"");
            muniment.anonymously("/api/plans");
            recorder.record();

            List<JsonNode> ofHere = items(muniment, two.tokenOf(Role.AUDITOR, "here"));
            assertThat(ofHere).hasSize(before + 1);
            JsonNode freeze = ofHere.get(ofHere.size() - 1);
            assertThat(freeze.get("by").asString()).isEqualTo("officer-here");
            assertThat(freeze.get("request").asString())
                    .isEqualTo("POST /api/plans/{plan}/snapshots");
            assertThat(freeze.get("thing").asString()).isEqualTo("plan:here-plan");
            assertThat(freeze.get("status").asInt()).isEqualTo(403);
            assertThat(freeze.get("reason").asString()).isEqualTo("forbidden");

            List<JsonNode> all = items(muniment, muniment.tokenOf("auditor"));
            assertThat(all.toString()).doesNotContain("jane-roe", "words", "malformed");
            assertThat(all)
                    .extracting(item -> item.get("reason").asString())
                    .contains("forbidden", "unknown", "own-access");
            assertThat(all)
                    .anySatisfy(
                            item -> {
                                assertThat(item.get("thing").asString()).isEqualTo("kpi:there-kpi");
                                assertThat(item.has("partnership")).isFalse();
                            });
        }
    }

    @Test
    void theSameRefusedAgainIsOneRefusalOfSeveralTimes() {
        Refusal first = refusal("ann", 409, "2017-09-14T08:00:00Z");
        Refusal again = refusal("ann", 409, "2017-09-14T08:00:01Z");
        Refusal other = refusal("ann", 412, "2017-09-14T08:00:01Z");

        assertThat(RefusalRecorder.merged(List.of(first, again, other)))
                .extracting(Refusal::times)
                .containsExactly(2L, 1L);
        assertThat(RefusalRecorder.merged(List.of(first, again)).get(0).last())
                .isEqualTo(again.last());
    }

    private static List<JsonNode> items(Running muniment, String token) {
        JsonNode page = muniment.getBearing(token, "/api/refusals?limit=1000").json();
        return StreamSupport.stream(page.get("items").spliterator(), false).toList();
    }

    private static String own() {
        return "{\"id\": \"own\", \"role\": \"officer\", \"reason\": \"Mine\"}";
    }

    private static Refusal refusal(String person, int status, String when) {
        Instant at = Instant.parse(when);
        return new Refusal(
                new PersonId(person),
                null,
                "POST /api/kpis/{kpi}/actuals",
                "kpi:one",
                new PartnershipId("here"),
                status,
                "refused",
                at,
                at,
                1);
    }
}
