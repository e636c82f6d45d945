package org.muniment.ops.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muniment.ops.Running;
import org.muniment.ops.Running.Answer;
import tools.jackson.databind.JsonNode;

/** Nobody changes what they have not read, and the version to say is where they read it. */
class VersionsTest {
    /** A command that changes the thing its path names. */
    private record Change(String sender, String path, String body) {
        String pathOf(String id) {
            return path.replaceAll("\\{[a-z]+}", id);
        }

        String onTheExample() {
            return switch (path.split("/")[2]) {
                case "kpis" -> pathOf("grant-claims");
                case "projects" -> pathOf("induction-training");
                case "budget-lines" -> pathOf("salaries");
                case "snapshots" -> pathOf("q1-2017-18");
                case "meetings" -> pathOf("jc-2017-12");
                default -> pathOf("p-1");
            };
        }
    }

    private static final List<Change> CHANGES =
            List.of(
                    new Change(
                            "admin",
                            "/api/access/{person}/grants/{grant}/withdrawal",
                            """
                            {"reason": "Left"}"""),
                    new Change(
                            "admin",
                            "/api/access/{person}/deputies/{deputy}/dismissal",
                            """
                            {"reason": "Back"}"""),
                    new Change(
                            "admin",
                            "/api/access/{person}/secret/cancellation",
                            """
                            {"reason": "Lost"}"""),
                    new Change(
                            "officer",
                            "/api/kpis/{kpi}/actuals",
                            """
                            {"month": "2018-01", "actual": "100"}"""),
                    new Change(
                            "officer",
                            "/api/kpis/{kpi}/not-measured",
                            """
                            {"month": "2018-02", "reason": "AWAITING_DATA"}"""),
                    new Change(
                            "officer",
                            "/api/kpis/{kpi}/restatements",
                            """
                            {"month": "2017-07", "actual": "91.67", "reason": "Two more"}"""),
                    new Change(
                            "head-of-service",
                            "/api/kpis/{kpi}/sign-offs",
                            """
                            {"month": "2017-07", "source": "Register", "calculation": "By hand"}"""),
                    new Change(
                            "officer",
                            "/api/kpis/{kpi}/targets",
                            """
                            {"annualTarget": {"value": "99"}, "reason": "Agreed"}"""),
                    new Change(
                            "officer",
                            "/api/projects/{project}/progress",
                            """
                            {"asAt": "2018-01-31", "status": "GREEN", "update": "Well"}"""),
                    new Change(
                            "officer",
                            "/api/projects/{project}/reschedule",
                            """
                            {"finish": "2018-03", "reason": "Later"}"""),
                    new Change(
                            "officer",
                            "/api/projects/{project}/completion",
                            """
                            {"completedOn": "2018-01-31", "update": "Done"}"""),
                    new Change(
                            "finance-officer",
                            "/api/budget-lines/{line}/adjustments",
                            """
                            {"change": "0.001", "reason": "A post"}"""),
                    new Change(
                            "finance-officer",
                            "/api/budget-lines/{line}/forecasts",
                            """
                            {"asAt": "2018-01-31", "amount": "1.1"}"""),
                    new Change("head-of-service", "/api/snapshots/{snapshot}/confirmation", "{}"),
                    new Change(
                            "secretariat",
                            "/api/snapshots/{snapshot}/publication",
                            """
                            {"meeting": "jc-2017-12"}"""),
                    new Change(
                            "secretariat",
                            "/api/snapshots/{snapshot}/supersession",
                            """
                            {"by": "q1-again", "reason": "Wrong"}"""),
                    new Change(
                            "secretariat",
                            "/api/meetings/{meeting}/reschedule",
                            """
                            {"startsAt": "2017-12-14", "reason": "The room"}"""),
                    new Change(
                            "secretariat",
                            "/api/people/{person}/rectification",
                            """
                            {"name": "Jane Doe"}"""),
                    new Change(
                            "secretariat",
                            "/api/people/{person}/erasure",
                            """
                            {"legalBasis": "OBJECTION"}"""),
                    new Change(
                            "head-of-service", "/api/people/{person}/erasure/confirmation", "{}"));

    private static Running muniment;

    @BeforeAll
    static void play(@TempDir Path data) {
        muniment = Running.on(data, "demo");
        muniment.post("secretariat", "/api/people", "{\"id\": \"p-1\", \"name\": \"Jane Roe\"}");
        muniment.post(
                "admin",
                "/api/access/p-1/grants",
                """
                {"id": "p-1", "role": "member", "reason": "Elected"}""");
    }

    @AfterAll
    static void stop() {
        muniment.close();
    }

    @ParameterizedTest
    @FieldSource("CHANGES")
    void aChangeThatSaysNoVersionIsRefusedAndToldWhereToFindIt(Change change) {
        Answer refused = muniment.postUnread(change.sender, change.onTheExample(), change.body);

        assertThat(refused.status()).as(refused.text()).isEqualTo(428);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.json().get("type").asString())
                .isEqualTo("urn:muniment:problem:precondition-required");
        assertThat(refused.json().at("/errors/0/field").asString()).isEqualTo("If-Match");
        assertThat(refused.json().at("/errors/0/message").asString()).contains("ETag");
    }

    @ParameterizedTest
    @FieldSource("CHANGES")
    void aChangeOfAnotherVersionIsStale(Change change) {
        Answer refused =
                muniment.postUnread(
                        change.sender, change.onTheExample(), change.body, "If-Match", "\"0\"");

        assertThat(refused.status()).as(refused.text()).isEqualTo(412);
    }

    @ParameterizedTest
    @FieldSource("CHANGES")
    void whatIsUnknownIsNotFoundWhateverVersionIsSaid(Change change) {
        String nowhere = change.pathOf("nowhere");

        assertThat(muniment.postUnread(change.sender, nowhere, change.body).status())
                .isEqualTo(404);
        assertThat(
                        muniment.postUnread(
                                        change.sender, nowhere, change.body, "If-Match", "\"1\"")
                                .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @FieldSource("CHANGES")
    void whatCannotBeReadOrIsNotAllowedIsRefusedForThatFirst(Change change) {
        assertThat(muniment.postUnread(change.sender, change.onTheExample(), "[]").status())
                .isEqualTo(400);
        assertThat(muniment.postUnread("auditor", change.onTheExample(), change.body).status())
                .isEqualTo(403);
    }

    @Test
    void theDocumentRequiresAVersionOfTheseAndNoOthers() {
        JsonNode paths = muniment.anonymously("/v3/api-docs").json().get("paths");
        Set<String> requiring = new TreeSet<>();
        Set<String> answering = new TreeSet<>();
        for (String path : paths.propertyNames()) {
            JsonNode operation = paths.get(path).path("post");
            for (JsonNode parameter : operation.path("parameters")) {
                if (parameter.get("name").asString().equals("If-Match")
                        && parameter.path("required").asBoolean()) {
                    requiring.add(path);
                }
            }
            if (operation.path("responses").has("428")) {
                answering.add(path);
            }
        }

        assertThat(requiring)
                .isEqualTo(CHANGES.stream().map(Change::path).collect(Collectors.toSet()));
        assertThat(answering).isEqualTo(requiring);
        for (String path : List.of("/api/kpis/{kpi}", "/api/people/{person}")) {
            assertThat(paths.get(path).at("/get/responses/200/headers").has("ETag")).isTrue();
        }
    }

    @Test
    void whatOnlyAddsToAPlanNeedsNoVersionAndObeysOne() {
        String path = "/api/plans/bip-2017-18/stated-figures";
        String body =
                """
                {"asAt": "2018-01-31", "figure": "projects.total", "value": "%s",
                 "source": "Paper"}""";

        Answer first = muniment.postUnread("secretariat", path, body.formatted("24"));
        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(
                        muniment.postUnread(
                                        "secretariat",
                                        path,
                                        body.formatted("25"),
                                        "If-Match",
                                        "\"1\"")
                                .status())
                .isEqualTo(412);
        assertThat(
                        muniment.postUnread(
                                        "secretariat",
                                        path,
                                        body.formatted("25"),
                                        "If-Match",
                                        first.header("ETag"))
                                .status())
                .isEqualTo(200);
    }

    @Test
    void aRuleIsAskedOnlyOnceTheVersionIsRight() {
        String path = "/api/kpis/grant-claims/actuals";
        String uncommented = "{\"month\": \"2018-03\", \"actual\": \"1\"}";

        assertThat(muniment.postUnread("officer", path, uncommented).status()).isEqualTo(428);
        assertThat(muniment.postUnread("officer", path, uncommented, "If-Match", "\"1\"").status())
                .isEqualTo(412);
        assertThat(muniment.post("officer", path, uncommented).status()).isEqualTo(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "W/\"1\"", "\"1\", \"2\"", "1", "\"-1\"", "\"\"", ""})
    void onlyOneVersionIsTaken(String header) {
        Answer refused =
                muniment.postUnread(
                        "officer",
                        "/api/kpis/grant-claims/actuals",
                        "{\"month\": \"2018-01\", \"actual\": \"100\"}",
                        "If-Match",
                        header);

        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/field").asString()).isEqualTo("If-Match");
    }

    @Test
    void twoHeadersAreAListToo() {
        Answer refused =
                muniment.postUnread(
                        "officer",
                        "/api/kpis/grant-claims/actuals",
                        "{\"month\": \"2018-01\", \"actual\": \"100\"}",
                        "If-Match",
                        "\"1\"",
                        "If-Match",
                        "\"2\"");

        assertThat(refused.status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/kpis/grant-claims",
                "/api/projects/induction-training",
                "/api/budget-lines/salaries",
                "/api/snapshots/q1-2017-18",
                "/api/people/p-1"
            })
    void theVersionShownIsHowManyEventsTheHistoryHas(String thing) {
        Answer shown = muniment.get(thing);
        int events = muniment.get(thing + "/history?limit=1000").json().get("events").size();

        assertThat(shown.json().get("version").asInt()).isEqualTo(events);
        assertThat(shown.header("ETag")).isEqualTo("\"" + events + "\"");
        assertThat(shown.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void theVersionShownIsTheOneTheLastCommandWasToldAndReadAfterIt() {
        Answer moved =
                muniment.post(
                        "secretariat",
                        "/api/meetings/jc-2017-09/reschedule",
                        "{\"startsAt\": \"2017-09-15\", \"reason\": \"The room\"}");
        Answer shown =
                muniment.get(
                        "/api/meetings/jc-2017-09?after=" + moved.json().get("position").asLong());

        assertThat(shown.header("ETag")).isEqualTo(moved.header("ETag")).isEqualTo("\"2\"");
        assertThat(shown.json().get("version").asLong()).isEqualTo(2);
        assertThat(shown.json().get("startsAt").asString()).isEqualTo("2017-09-15");
        assertThat(shown.json().get("partnership").asString()).isEqualTo("chorley-south-ribble");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/kpis/nowhere",
                "/api/projects/nowhere",
                "/api/budget-lines/nowhere",
                "/api/meetings/nowhere",
                "/api/snapshots/nowhere",
                "/api/people/nowhere"
            })
    void whatIsUnknownIsNotFound(String path) {
        Answer unknown = muniment.get(path);

        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.header("Content-Type")).startsWith("application/problem+json");
        assertThat(unknown.header("ETag")).isNull();
    }

    @Test
    void whatNobodyWasToldOfIsNotWaitedFor() {
        Answer early = muniment.get("/api/kpis/grant-claims?after=999999999");

        assertThat(early.status()).isEqualTo(400);
        assertThat(early.json().at("/errors/0/field").asString()).isEqualTo("after");
    }

    /** Whether a snapshot is in force may change without an event of its own. */
    @Test
    void aVersionDoesNotSaveAnAnswer() {
        Answer snapshot = muniment.get("/api/snapshots/q1-2017-18");

        assertThat(
                        muniment.getUnless(snapshot.header("ETag"), "/api/snapshots/q1-2017-18")
                                .status())
                .isEqualTo(200);
        assertThat(muniment.get("/api/snapshots/q1-2017-18/content").header("ETag"))
                .contains(snapshot.json().get("sha256").asString());
    }

    @Test
    void ofAVirementTheVersionOfTheLineInThePathIsSaidAndBothMove() {
        String cars = "/api/budget-lines/car-leasing";
        Answer before = muniment.get(cars);
        Answer moved =
                muniment.post(
                        "finance-officer",
                        "/api/budget-lines/salaries/adjustments",
                        """
                        {"change": "-0.001", "reason": "Moved", "counterpart": "car-leasing"}""");

        assertThat(moved.status()).as(moved.text()).isEqualTo(200);
        assertThat(muniment.get("/api/budget-lines/salaries").header("ETag"))
                .isEqualTo(moved.header("ETag"));
        assertThat(muniment.get(cars).json().get("version").asLong())
                .isEqualTo(before.json().get("version").asLong() + 1);
    }
}
