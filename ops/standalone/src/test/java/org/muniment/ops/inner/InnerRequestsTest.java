package org.muniment.ops.inner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.ops.Patience;
import org.muniment.ops.Running;
import org.muniment.ops.Running.Answer;
import org.muniment.ops.http.Examples;
import tools.jackson.databind.JsonNode;

/** What a form sends inside passes through what a request from outside passes through, once. */
class InnerRequestsTest {
    private static final String FORM = "/kpis/kpi/actuals";
    private static final String FIGURE = "month=2026-07&actual=95&_version=1&_key=key";

    @TempDir private Path data;

    @Test
    void itIsCountedOnceByTheLimits() {
        try (Running muniment = started("--muniment.limits.requests=8")) {
            List<Integer> first =
                    IntStream.range(0, 8).mapToObj(i -> tried(muniment).status()).toList();
            List<Integer> more =
                    IntStream.range(0, 20).mapToObj(i -> tried(muniment).status()).toList();

            assertThat(first).containsOnly(200);
            assertThat(more).contains(429);
        }
    }

    @Test
    void whatIsRefusedIsOnRecordOnceAsTheCommandThatItWas() {
        try (Running muniment = started()) {
            send(muniment, "officer", "month=2026-07&actual=1&_version=1&_key=key");
            send(muniment, "officer", "month=2026-07&actual=1&_version=1&_key=key&_step=send");
            send(muniment, "member", FIGURE);
            send(muniment, "officer", "actual=malformed&_step=send");

            JsonNode refusals = refusalsOf(muniment, 2);

            assertThat(refusals.findValuesAsString("request"))
                    .containsExactlyInAnyOrder(
                            "POST /api/kpis/{kpi}/actuals", "POST /kpis/{kpi}/actuals");
            assertThat(refusals.findValuesAsString("reason"))
                    .containsExactlyInAnyOrder("commentary-required", "forbidden");
            assertThat(refusals.findValuesAsString("times")).containsOnly("1");
        }
    }

    @Test
    void aDeputySendsItForWhomTheyNameAndNobodyElseDoes() {
        try (Running muniment = started()) {
            muniment.post(
                    "admin",
                    "/api/access/officer/grants",
                    "{\"id\": \"pair\", \"role\": \"officer\", \"partnership\": \"pair\","
                            + " \"reason\": \"Their post\"}");
            Answer appointed =
                    muniment.post(
                            "admin",
                            "/api/access/officer/deputies",
                            "{\"id\": \"member\", \"until\": \"2099-01-31\", \"reason\": \"Leave\"}");
            assertThat(appointed.status()).as(appointed.text()).isEqualTo(201);

            assertThat(muniment.get("member", FORM).status()).isEqualTo(403);
            Answer form = muniment.get("member", FORM + "?onBehalfOf=officer");
            assertThat(form.status()).isEqualTo(200);
            assertThat(form.text())
                    .contains("<option value=\"officer\" selected=\"selected\">officer</option>");
            Answer sent =
                    send(muniment, "member", FIGURE + "&_step=send&onBehalfOf=officer&why=Absent");
            assertThat(sent.status()).as(sent.text()).isEqualTo(303);
            assertThat(send(muniment, "member", FIGURE + "&onBehalfOf=head-of-service").status())
                    .isEqualTo(403);

            JsonNode event = muniment.get("/api/kpis/kpi/history").json().at("/events/1");
            assertThat(event.get("by").asString()).isEqualTo("member");
            assertThat(event.get("onBehalfOf").asString()).isEqualTo("officer");
            assertThat(event.get("reason").asString()).isEqualTo("Absent");
        }
    }

    @Test
    void theCorrelationIsThatOfTheRequestFromOutside() {
        try (Running muniment = started()) {
            Answer sent = send(muniment, "officer", FIGURE + "&_step=send");

            assertThat(sent.status()).isEqualTo(303);
            assertThat(
                            muniment.get("/api/kpis/kpi/history")
                                    .json()
                                    .at("/events/1/correlationId")
                                    .asString())
                    .hasSize(36);
        }
    }

    private Running started(String... more) {
        Running muniment = Running.on(data, "demo-people", more);
        muniment.post("admin", "/api/partnerships", Examples.PARTNERSHIP);
        muniment.post("admin", "/api/partnerships/pair/plans", Examples.PLAN);
        muniment.post("head-of-service", "/api/plans/plan/kpis", Examples.kpi("kpi"));
        return muniment;
    }

    private static Answer tried(Running muniment) {
        return send(muniment, "officer", FIGURE);
    }

    private static Answer send(Running muniment, String who, String form) {
        return muniment.postForm(Running.basic(who, Running.SECRET), FORM, form);
    }

    /** They are recorded once a second. */
    private static JsonNode refusalsOf(Running muniment, int many) {
        return Patience.await()
                .until(
                        () -> muniment.get("/api/refusals").json().get("items"),
                        items -> items.size() >= many);
    }
}
