package org.muniment.ops.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muniment.ops.Running;
import org.muniment.ops.Running.Answer;
import org.muniment.ops.hostile.Wire;
import org.muniment.ops.hostile.Wire.Heard;

/** What a sender is told when something is wrong, and that nothing comes of it. */
class ErrorsTest {
    private static final String ACTUALS = "/api/kpis/kpi/actuals";

    private static final String SIGNED_IN =
            "Authorization: Basic "
                    + Base64.getEncoder()
                            .encodeToString(
                                    ("auditor:" + Running.SECRET)
                                            .getBytes(StandardCharsets.US_ASCII));

    private static Running muniment;

    @BeforeAll
    static void start(@TempDir Path data) {
        muniment = Running.on(data, "demo-people");
        post("admin", "/api/partnerships", Examples.PARTNERSHIP, 201);
        post("admin", "/api/partnerships/pair/plans", Examples.PLAN, 201);
        post("officer", "/api/plans/plan/kpis", Examples.kpi("kpi"), 201);
        post("officer", "/api/plans/plan/projects", Examples.project("project"), 201);
        post("finance-officer", "/api/plans/plan/budget-lines", Examples.line("line"), 201);
    }

    @AfterAll
    static void stop() {
        muniment.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"month": "2026-06", "actual": "95", "colour": "red"}      | colour
                    {"month": "2026-06", "actual": "95", "actual": "96"}       | actual
                    {"month": "2026-06", "actual": 95}                         | actual
                    {"month": "2026-06", "actual": "9,5"}                      | actual
                    {"month": "2026-06", "actual": "1e5"}                      | actual
                    {"month": "2026-06", "actual": "NaN"}                      | actual
                    {"month": "2026-06", "actual": ["95"]}                     | actual
                    {"month": "2026-13", "actual": "95"}                       | month
                    {"month": 202606, "actual": "95"}                          | month
                    {"month": "", "actual": "95"}                              | month
                    {"actual": "95"}                                           | month
                    {"month": "2026-06", "actual": "95", "comment": " "}       | comment
                    {"month": "2026-06", "actual": "95", "comment": "\\u0000"} | comment
                    {"month": "2026-06", "actual": "95", "comment": "\\ud83d"} | comment
                    {"month": "2026-06", "actual": "95", "numerator": "1"}     | denominator
                    {"month": "2026-06", "actual": "95", "numerator": "1", "denominator": "2"} | actual
                    {"month": "2026-06", "actual": "95"} {}                    | body
                    [1, 2]                                                     | body
                    {"month":                                                  | body
                    """)
    void aMalformedActualIsRefusedNamingTheField(String body, String field) {
        Answer answer = muniment.post("officer", ACTUALS, body);

        assertMalformed(answer, field);
        assertThat(muniment.get("/api/kpis/kpi/history").json().get("events").size()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    "scope": "CBC"                  | "scope": "СВС"                | scope
                    "id": "new"                     | "id": "New"                   | id
                    "id": "new"                     | "id": null                    | id
                    "unit": "PERCENT"               | "unit": "PERCENTAGE"          | unit
                    "unit": "PERCENT"               | "unit": 0                     | unit
                    {"value": "90"}                 | {"value": "1", "derivation": "0.110 x 1.15"} | annualTarget.value
                    {"value": "90"}                 | {}                            | annualTarget.value
                    "cadence": "MONTHLY"            | "cadence": "MONTHLY", "band": "5" | band
                    """)
    void aMalformedDefinitionIsRefusedNamingTheField(String right, String wrong, String field) {
        String body = Examples.kpi("new").replace(right, wrong);

        assertThat(body).contains(wrong);
        assertMalformed(muniment.post("officer", "/api/plans/plan/kpis", body), field);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-04, 2026-06-31, finish",
        "2026-04, 2026-03, finish",
        "2026-04-31, 2026-06, start"
    })
    void impossibleDatesAreRefusedNamingTheField(String start, String finish, String field) {
        String body =
                Examples.project("other")
                        .replace("\"start\": \"2026-04\"", "\"start\": \"" + start + "\"")
                        .replace("\"finish\": \"2026-06\"", "\"finish\": \"" + finish + "\"");

        assertMalformed(muniment.post("officer", "/api/plans/plan/projects", body), field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-06-31", "9999-12-31", "+999999999-12-31", "0001-01-01", "x"})
    void impossibleDaysAreRefusedEverywhere(String day) {
        String encoded = day.replace("+", "%2B");
        String body =
                "{\"asAt\": \"" + day + "\", \"status\": \"GREEN\", \"update\": \"Going well\"}";

        assertMalformed(muniment.post("officer", "/api/projects/project/progress", body), "asAt");
        assertMalformed(muniment.get("/api/plans/plan/dashboard?asAt=" + encoded), "asAt");
        assertMalformed(muniment.get("/api/plans/plan/dashboard?asOf=" + encoded), "asOf");
    }

    @Test
    void aRefusalNamesItsRule() {
        Answer taken = muniment.post("officer", "/api/plans/plan/kpis", Examples.kpi("kpi"));
        Answer uncommented =
                muniment.post("officer", ACTUALS, "{\"month\": \"2026-06\", \"actual\": \"85.5\"}");
        Answer elsewhere =
                muniment.post("officer", ACTUALS, "{\"month\": \"2025-06\", \"actual\": \"95\"}");

        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.json().get("rule").asString()).isEqualTo("id-taken");
        assertThat(uncommented.status()).isEqualTo(409);
        assertThat(uncommented.json().get("rule").asString()).isEqualTo("commentary-required");
        assertThat(uncommented.json().at("/errors/0/field").asString()).isEqualTo("comment");
        assertThat(elsewhere.json().get("rule").asString()).isEqualTo("outside-financial-year");
    }

    @Test
    void aStaleVersionIsRefusedAndAPresentOneAccepted() {
        String forecast = "{\"asAt\": \"2026-07-31\", \"amount\": \"1.1\"}";
        String path = "/api/budget-lines/line/forecasts";

        assertThat(
                        muniment.post("finance-officer", path, forecast, "If-Match", "\"1\"")
                                .header("ETag"))
                .isEqualTo("\"2\"");
        Answer stale =
                muniment.post(
                        "finance-officer",
                        path,
                        forecast.replace("1.1", "1.2"),
                        "If-Match",
                        "\"1\"");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.json().get("version").asInt()).isEqualTo(2);
        assertMalformed(
                muniment.post("finance-officer", path, forecast, "If-Match", "three"), "If-Match");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/plans/nowhere/dashboard",
                "/api/plans/nowhere/events",
                "/api/plans/nowhere/changes?from=2026-01-01",
                "/api/kpis/nowhere/history"
            })
    void whatIsUnknownIsNotFound(String path) {
        Answer answer = muniment.get(path);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void whatTheServerItselfRefusesIsAProblemToo() {
        Answer answer = muniment.get("/api/plans/..;/dashboard");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.text()).doesNotContain("Exception", "timestamp");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/plans/plan/dashboard?asOf=%, query",
        "/api/plans/plan/events?after=%zz, query",
        "/api/plans/plan/events?%ff=1, query",
        "/api/plans/plan/dashboard?after=9223372036854775807, after",
        "/api/plans/plan/dashboard?after=-1, after"
    })
    void aQueryThatCannotBeReadOrMetIsRefusedAtOnce(String path, String field) throws Exception {
        try (Wire wire = new Wire(muniment.port())) {
            Heard heard =
                    wire.ask(
                            ("GET " + path + " HTTP/1.1\r\nHost: x\r\n" + SIGNED_IN + "\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII),
                            false);

            assertThat(heard.status()).isEqualTo(400);
            assertThat(heard.body()).contains("\"field\":\"" + field + "\"");
            assertThat(heard.after()).isLessThan(Duration.ofSeconds(4));
        }
    }

    @ParameterizedTest
    @CsvSource({"multipart/form-data, 415", "*/*, 415", "application/xml, 415", "json, 415"})
    void onlyJsonIsRead(String type, int status) {
        Answer answer = muniment.postAs("officer", ACTUALS, "{}", type);

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.json().get("type").asString()).endsWith(":unsupported-media-type");
    }

    @Test
    void aHugeBodyIsRefused() {
        String body =
                "{\"month\": \"2026-06\", \"actual\": \"95\", \"comment\": \"%s\"}"
                        .formatted("x".repeat(2_000_000));

        assertThat(muniment.post("officer", ACTUALS, body).status()).isEqualTo(413);
    }

    @Test
    void aTextBeyondItsLimitIsRefusedNamingTheField() {
        String body =
                "{\"month\": \"2026-06\", \"actual\": \"95\", \"comment\": \"%s\"}"
                        .formatted("x".repeat(10_001));

        assertMalformed(muniment.post("officer", ACTUALS, body), "comment");
    }

    @Test
    void nobodyUnknownIsLetIn() {
        Answer answer = muniment.anonymously("/api/plans");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Basic");
        assertThat(muniment.get("nobody", "/api/plans").status()).isEqualTo(401);
    }

    @Test
    void whatARoleMayNotDoIsForbidden() {
        assertThat(muniment.post("member", ACTUALS, "{}").status()).isEqualTo(403);
        assertThat(muniment.get("member", "/api/kpis/kpi/history").status()).isEqualTo(403);
        assertThat(muniment.get("auditor", "/actuator/env").status()).isEqualTo(403);
        assertThat(muniment.get("admin", "/actuator/prometheus").status()).isEqualTo(403);
    }

    @Test
    void aWrongTypeOfContentIsRefused() {
        Answer answer = muniment.post("officer", ACTUALS, "month=2026-06", "Accept", "text/csv");

        assertThat(answer.status()).isBetween(400, 499);
        assertThat(answer.text()).doesNotContain("Exception");
    }

    private static void assertMalformed(Answer answer, String field) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(answer.json().at("/errors/0/message").asString()).isNotBlank();
    }

    private static void post(String client, String path, String body, int status) {
        assertThat(muniment.post(client, path, body).status()).isEqualTo(status);
    }
}
