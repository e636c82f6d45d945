package org.muniment.ops.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.ops.Running;
import org.muniment.ops.Running.Answer;
import org.muniment.ops.http.Examples;
import org.muniment.query.journal.DeadLetters;
import org.sqlite.SQLiteDataSource;
import tools.jackson.databind.JsonNode;

/** An event whose content is not of its form: one plan stands still, everybody sees why. */
class DeadLettersTest {
    private static final String LETTERS = "/api/operations/dead-letters";
    private static final String REASON = "{\"reason\": \"Written by a trial version\"}";

    @TempDir private Path data;
    private long poison;

    @BeforeEach
    void twoPlansAndAnEventThatCannotBeRead() throws SQLException {
        try (Running muniment = start()) {
            created(muniment.post("admin", "/api/partnerships", Examples.PARTNERSHIP));
            for (String plan : new String[] {"plan", "other"}) {
                Answer adopted =
                        muniment.post(
                                "admin",
                                "/api/partnerships/pair/plans",
                                Examples.PLAN.replace("\"plan\"", "\"" + plan + "\""));
                poison = created(adopted).get("position").asLong() + 1;
            }
            muniment.get("/api/plans/other/dashboard");
        }
        SQLiteDataSource log = new SQLiteDataSource();
        log.setUrl("jdbc:sqlite:" + data.resolve("muniment.db"));
        try (Connection connection = log.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement(
                                "INSERT INTO events VALUES (?, 'strange', 'kpi:strange', 0, 'Kpi',"
                                        + " ?, 'kpi.target-revised', '1',"
                                        + " '{\"plan\":\"plan\",\"strange\":1}', '{}')")) {
            insert.setLong(1, poison);
            insert.setString(2, Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
            insert.execute();
        }
    }

    @Test
    void onePlanStandsStillAndSaysWhereAndAllElseGoesOn() {
        try (Running muniment = start()) {
            Answer stopped = muniment.get("/api/plans/plan/dashboard");

            assertThat(stopped.status()).as(stopped.text()).isEqualTo(503);
            assertThat(stopped.header("Retry-After")).isNotNull();
            assertThat(stopped.json().get("type").asString()).endsWith("plan-stopped");
            assertThat(stopped.json().get("position").asLong()).isEqualTo(poison - 1);
            assertThat(stopped.json().get("deadLetter").asLong()).isEqualTo(poison);
            assertThat(
                            muniment.get("/api/plans/plan/dashboard?asOf=position:" + (poison - 1))
                                    .status())
                    .isEqualTo(200);
            assertThat(muniment.get("/api/plans/other/dashboard").status()).isEqualTo(200);
            assertThat(
                            muniment.post("officer", "/api/plans/plan/kpis", Examples.kpi("waits"))
                                    .status())
                    .isEqualTo(201);

            Answer health = muniment.get("admin", "/actuator/health");
            assertThat(health.status()).isEqualTo(200);
            assertThat(health.json().get("status").asString()).isEqualTo("DEGRADED");
            assertThat(muniment.bean("deadLetters", DeadLetters.class).count()).isEqualTo(1);
        }
    }

    @Test
    void itIsListedInspectedAndTriedAgain() {
        try (Running muniment = start()) {
            muniment.post("officer", "/api/plans/plan/kpis", Examples.kpi("waits"));

            JsonNode letter = muniment.get("auditor", LETTERS).json().at("/items/0");
            assertThat(letter.get("id").asLong()).isEqualTo(poison);
            assertThat(letter.get("sequence").asString()).isEqualTo("plan:plan");
            assertThat(letter.get("type").asString()).isEqualTo("kpi.target-revised/1");
            assertThat(letter.get("waiting").asLong()).isEqualTo(1);

            assertThat(muniment.post("admin", at("/retry"), "").status()).isEqualTo(200);
            JsonNode known = muniment.get("auditor", at("")).json();
            assertThat(known.at("/event/type").asString()).isEqualTo("kpi.target-revised");
            assertThat(known.at("/stopped/0/waiting")).hasSize(1);
            assertThat(known.at("/decisions/0/what").asString()).isEqualTo("dead-letter.retried");
            assertThat(known.at("/decisions/0/by").asString()).isEqualTo("admin");
        }
    }

    @Test
    void leftOutItIsNotInTheAnswersWhichSaySoAlsoAfterARestart() {
        String told;
        try (Running muniment = start()) {
            muniment.post("officer", "/api/plans/plan/kpis", Examples.kpi("waits"));
            assertThat(muniment.post("admin", at("/eviction"), REASON).status()).isEqualTo(200);

            told = muniment.get("/api/plans/plan/dashboard").json().get("findings").toString();
            assertThat(told).contains("event-left-out", "Event " + poison);
            assertThat(muniment.get("auditor", "/api/kpis/waits").status()).isEqualTo(200);
            assertThat(muniment.get("auditor", LETTERS).json().get("items")).isEmpty();
            assertThat(muniment.get("admin", "/actuator/health").json().get("status").asString())
                    .isEqualTo("UP");
            assertThat(muniment.post("admin", at("/eviction"), REASON).status()).isEqualTo(404);
        }
        try (Running muniment = start()) {
            assertThat(muniment.get("/api/plans/plan/dashboard").json().get("findings").toString())
                    .isEqualTo(told);
            assertThat(muniment.get("auditor", at("")).json().at("/decisions/0/why").asString())
                    .isEqualTo("Written by a trial version");
        }
    }

    @Test
    void theAdministratorDecidesOnThePageAndMustSayWhy() {
        try (Running muniment = start()) {
            String admin = Running.basic("admin", Running.SECRET);
            assertThat(muniment.get("auditor", "/operations").text())
                    .contains("Event <span>" + poison, "plan:plan")
                    .doesNotContain("Try again");

            Answer silent = muniment.postForm(admin, "/operations", "what=evict&number=" + poison);
            assertThat(silent.text()).contains("Say why the event is left out");

            muniment.postForm(admin, "/operations", "what=retry&number=" + poison);
            muniment.postForm(
                    admin, "/operations", "what=evict&reason=Never+valid&number=" + poison);
            assertThat(muniment.get("admin", "/operations").text()).contains("There are none.");
        }
    }

    @Test
    void whatIsNoDeadLetterIsNotFoundAndWithoutAReasonNothingIsLeftOut() {
        try (Running muniment = start()) {
            assertThat(muniment.get("auditor", LETTERS + "/1").status()).isEqualTo(404);
            assertThat(muniment.post("admin", LETTERS + "/1/retry", "").status()).isEqualTo(404);
            assertThat(muniment.post("admin", at("/eviction"), "{}").status()).isEqualTo(400);
            assertThat(muniment.post("auditor", at("/retry"), "").status()).isEqualTo(403);
        }
    }

    private String at(String what) {
        return LETTERS + "/" + poison + what;
    }

    private Running start() {
        return Running.on(data, "demo-people");
    }

    private static JsonNode created(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }
}
