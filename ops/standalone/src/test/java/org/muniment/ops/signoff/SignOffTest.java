package org.muniment.ops.signoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.ops.Running;
import org.muniment.ops.Running.Answer;
import org.muniment.ops.http.Examples;
import tools.jackson.databind.JsonNode;

/** A second person answers for a figure, for all to see who inspect the record. */
class SignOffTest {
    private static final String KPI = "/api/kpis/kpi";
    private static final String DRAFT = "/api/plans/plan/snapshots/draft?quarter=Q1";
    private static final String CHECKED =
            """
            {"month": "2026-06", "source": "Time sheets", "calculation": "95 of 100 days"}""";

    @TempDir private Path data;

    @Test
    void aSignOffIsShownBesideItsFigureAlsoAfterARestart() {
        JsonNode shown;
        try (Running muniment = begun()) {
            record(muniment, "95");
            Answer signed = signOff(muniment, "head-of-service");
            assertThat(signed.status()).as(signed.text()).isEqualTo(200);
            assertThat(signed.json().get("version").asLong()).isEqualTo(3);

            shown = muniment.get(KPI).json();
            JsonNode figure = shown.at("/figures/0");
            assertThat(figure.get("month").asString()).isEqualTo("2026-06");
            assertThat(figure.get("actual").asString()).isEqualTo("95");
            assertThat(figure.get("status").asString()).isEqualTo("GREEN");
            assertThat(figure.at("/signedOff/by").asString()).isEqualTo("head-of-service");
            assertThat(figure.at("/signedOff/source").asString()).isEqualTo("Time sheets");
            assertThat(figure.at("/signedOff/calculation").asString()).isEqualTo("95 of 100 days");
            assertThat(figure.at("/signedOff/at").asString())
                    .isEqualTo(last(muniment).get("recordedAt").asString());
            assertThat(last(muniment).get("type").asString()).isEqualTo("kpi.actual-signed-off");
            assertThat(last(muniment).at("/payload/actual").asString()).isEqualTo("95");
        }
        try (Running muniment = Running.on(data, "demo-people")) {
            assertThat(muniment.get(KPI).json()).isEqualTo(shown);
            assertThat(muniment.get(KPI).header("ETag")).isEqualTo("\"3\"");
            assertThat(signOff(muniment, "finance-officer").json().get("rule").asString())
                    .isEqualTo("already-signed-off");
        }
    }

    @Test
    void whoRecordedTheFigureDoesNotSignItOffEitherAfterARestart() {
        try (Running muniment = begun()) {
            record(muniment, "95");
        }
        try (Running muniment = Running.on(data, "demo-people")) {
            assertThat(signOff(muniment, "officer").json().get("rule").asString())
                    .isEqualTo("recorder-cannot-sign-off");
        }
    }

    @Test
    void whoImportedTheFigureRecordedIt() {
        try (Running muniment = begun()) {
            Answer imported =
                    muniment.upload(
                            "officer",
                            "/api/plans/plan/imports?kind=kpi-actuals&dryRun=false",
                            "text/csv",
                            "kpi,month,actual\nkpi,2026-06,95\n".getBytes(StandardCharsets.UTF_8));
            assertThat(imported.status()).as(imported.text()).isEqualTo(200);

            assertThat(signOff(muniment, "officer").json().get("rule").asString())
                    .isEqualTo("recorder-cannot-sign-off");
            assertThat(signOff(muniment, "head-of-service").status()).isEqualTo(200);
        }
    }

    @Test
    void aRestatedFigureIsSignedOffAnewAndTheFirstSignOffStaysInTheHistory() {
        try (Running muniment = begun()) {
            record(muniment, "95");
            signOff(muniment, "head-of-service");
            muniment.post(
                    "officer",
                    KPI + "/restatements",
                    """
                    {"month": "2026-06", "actual": "96", "reason": "One day more"}""");

            assertThat(muniment.get(KPI).json().at("/figures/0").has("signedOff")).isFalse();
            assertThat(signOff(muniment, "head-of-service").status()).isEqualTo(200);
            assertThat(muniment.get(KPI + "/history").json().get("events").toString())
                    .containsSubsequence(
                            "kpi.actual-signed-off",
                            "kpi.actual-restated",
                            "kpi.actual-signed-off");
        }
    }

    @Test
    void thoseWhomTheCommitteeInformsSeeWhatTheDashboardShowsAndNoMore() {
        try (Running muniment = begun()) {
            record(muniment, "95");
            signOff(muniment, "head-of-service");

            for (String informed : new String[] {"member", "client-officer"}) {
                JsonNode figure = muniment.get(informed, KPI).json().at("/figures/0");
                assertThat(figure.get("actual").asString()).isEqualTo("95");
                assertThat(figure.has("signedOff")).isFalse();
            }
        }
    }

    @Test
    void theDraftTellsHowManyActualsNobodySignedOffAndFindsTheSame() {
        try (Running muniment = begun()) {
            record(muniment, "95");
            JsonNode before = muniment.get(DRAFT).json();
            signOff(muniment, "head-of-service");
            JsonNode after = muniment.get(DRAFT).json();

            assertThat(before.get("notSignedOff").asInt()).isEqualTo(1);
            assertThat(after.get("notSignedOff").asInt()).isZero();
            assertThat(after.get("ready")).isEqualTo(before.get("ready"));
            assertThat(after.get("findings")).isEqualTo(before.get("findings"));
            assertThat(after.at("/content/kpis")).isEqualTo(before.at("/content/kpis"));
        }
    }

    private Running begun() {
        Running muniment = Running.on(data, "demo-people");
        muniment.post("admin", "/api/partnerships", Examples.PARTNERSHIP);
        muniment.post("admin", "/api/partnerships/pair/plans", Examples.PLAN);
        muniment.post("officer", "/api/plans/plan/kpis", Examples.kpi("kpi"));
        return muniment;
    }

    private static void record(Running muniment, String actual) {
        String body = "{\"month\": \"2026-06\", \"actual\": \"%s\"}".formatted(actual);
        assertThat(muniment.post("officer", KPI + "/actuals", body).status()).isEqualTo(200);
    }

    private static Answer signOff(Running muniment, String person) {
        return muniment.post(person, KPI + "/sign-offs", CHECKED);
    }

    private static JsonNode last(Running muniment) {
        JsonNode events = muniment.get(KPI + "/history").json().get("events");
        return events.get(events.size() - 1);
    }
}
