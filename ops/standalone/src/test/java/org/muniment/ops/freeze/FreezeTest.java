package org.muniment.ops.freeze;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.ops.Running;
import org.muniment.ops.Running.Answer;
import tools.jackson.databind.JsonNode;

/** The secretary's quarter end, over HTTP, from the first draft to the pack that replaces it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FreezeTest {
    private static final String PLAN = "/api/plans/bip-2017-18";
    private static final String OVERRIDES =
            List.of(
                            "completed-before-start",
                            "knowledge-after-cut-off",
                            "overdue-without-new-date",
                            "not-applicable-counted-green",
                            "target-to-date-above-annual",
                            "rate-target-zero")
                    .stream()
                    .map(id -> "{\"finding\":\"%s\",\"reason\":\"As printed\"}".formatted(id))
                    .toList()
                    .toString();

    private static Running muniment;

    @BeforeAll
    static void play(@TempDir Path data) {
        muniment = Running.on(data, "demo");
    }

    @AfterAll
    static void stop() {
        muniment.close();
    }

    @Test
    void theDraftSaysWhatStandsInTheWayAndHowToMendIt() {
        JsonNode draft = draft("Q2", "");

        assertThat(draft.get("asAt").asString()).isEqualTo("2017-09-30");
        assertThat(draft.get("ready").asBoolean()).isFalse();
        assertThat(draft.get("blocking"))
                .isNotEmpty()
                .allSatisfy(
                        finding -> {
                            assertThat(finding.get("severity").asString()).isEqualTo("ERROR");
                            assertThat(finding.get("mend").asString()).isNotEmpty();
                        });
        assertThat(draft.at("/content/quarter").asString()).isEqualTo("Q2");
        assertThat(draft.get("sha256").asString()).hasSize(64);
        assertThat(muniment.get("member", PLAN + "/snapshots/draft?quarter=Q2").status())
                .isEqualTo(403);
    }

    @Test
    void aFreezeWithOpenFindingsIsRefusedAndSaysWhich() {
        Answer refused = freeze("q2", "Q2", "[]", "");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("rule").asString()).isEqualTo("findings-open");
        assertThat(refused.json().get("findings"))
                .hasSameSizeAs(draft("Q2", "").get("blocking"))
                .anySatisfy(
                        finding ->
                                assertThat(finding.get("id").asString())
                                        .isEqualTo("completed-before-start"));
    }

    @Test
    void aQuarterThatIsNotOverAndOneThatIsFrozenAreRefused() {
        assertThat(rule(freeze("q3", "Q3", "[]", ""))).isEqualTo("quarter-not-over");
        assertThat(rule(freeze("q1-again", "Q1", "[]", ""))).isEqualTo("already-frozen");
        assertThat(
                        muniment.post(
                                        "secretariat",
                                        PLAN + "/snapshots",
                                        "{\"id\":\"q9\",\"quarter\":\"Q9\"}")
                                .status())
                .isEqualTo(400);
    }

    @Test
    void aPackThatCouldNotBeReadAgainIsNotFrozen() {
        muniment.post(
                "admin",
                "/api/partnerships/chorley-south-ribble/plans",
                """
                {"id": "large", "financialYear": "2016/17", "title": "Large"}""");
        for (String line : List.of("one", "two")) {
            Answer approved =
                    muniment.post(
                            "finance-officer",
                            "/api/plans/large/budget-lines",
                            """
                        {"id": "large-%s", "category": "Large", "amount": "999999999999999",
                         "kind": "BASE", "unit": "\u00a3"}"""
                                    .formatted(line));
            assertThat(approved.status()).as(approved.text()).isEqualTo(201);
        }

        Answer refused =
                muniment.post(
                        "secretariat",
                        "/api/plans/large/snapshots",
                        "{\"id\":\"large-q1\",\"quarter\":\"Q1\"}");

        assertThat(refused.text()).contains("figure-too-large");
    }

    @Test
    void badInputIsToldByItsField() {
        Answer quarter = muniment.get("secretariat", PLAN + "/snapshots/draft?quarter=Q9");
        assertThat(quarter.json().at("/errors/0/message").asString())
                .isEqualTo("must be one of [Q1, Q2, Q3, Q4]");
        String twice = "{\"finding\":\"rate-target-zero\",\"reason\":\"So\"}";
        Answer overrides = freeze("q2", "Q2", "[" + twice + "," + twice + "]", "");
        assertThat(overrides.status()).isEqualTo(400);
        assertThat(overrides.json().at("/errors/0/field").asString()).isEqualTo("overrides");
        assertThat(muniment.get("/api/plans/none/servings").status()).isEqualTo(404);
    }

    @Test
    void aFigureOfAFrozenMonthIsPointedToItsRestatement() {
        Answer refused =
                muniment.post(
                        "officer",
                        "/api/kpis/grant-claims/actuals",
                        "{\"month\":\"2017-07\",\"actual\":\"100\"}");

        assertThat(rule(refused)).isEqualTo("quarter-frozen");
        assertThat(refused.json().get("instead").asString())
                .isEqualTo("/api/kpis/grant-claims/restatements");
    }

    @Test
    void aPackIsReplacedByAnotherOneAndStaysReadable() {
        assertThat(freeze("q1-mended", "Q1", OVERRIDES, replacing("q1-2017-18")).status())
                .isEqualTo(201);
        assertThat(rule(freeze("q1-third", "Q1", OVERRIDES, ""))).isEqualTo("freeze-pending");
        muniment.post(
                "officer",
                "/api/kpis/paid-in-10-days/restatements",
                "{\"month\":\"2017-07\",\"actual\":\"83.8\",\"reason\":\"Recounted\"}");
        assertThat(snapshot("q1-mended").at("/late/0/kpi").asString()).isEqualTo("paid-in-10-days");

        assertThat(muniment.get("member", "/api/snapshots/q1-mended").status()).isEqualTo(404);
        assertThat(muniment.get("member", "/api/snapshots/q1-mended/report.html").status())
                .isEqualTo(404);
        assertThat(muniment.get("member", "/snapshots/q1-mended").status()).isEqualTo(404);
        assertThat(muniment.get("secretariat", "/snapshots/q1-mended").text())
                .contains("Somebody else than");
        assertThat(muniment.get("secretariat", "/plans/bip-2017-18/quarters").text())
                .contains("It is frozen, and waits for another person to confirm it.");
        assertThat(muniment.get("member", PLAN + "/snapshots").json().get("items")).hasSize(1);
        assertThat(snapshot("q1-mended").at("/late/0/before").asString()).isEqualTo("83.9");
        assertThat(rule(send("head-of-service", "q1-mended/publication", september())))
                .isEqualTo("");
        assertThat(rule(send("secretariat", "q1-mended/publication", september())))
                .isEqualTo("not-confirmed");
        assertThat(send("head-of-service", "q1-mended/confirmation", "{}").status()).isEqualTo(200);
        assertThat(send("secretariat", "q1-mended/publication", september()).status())
                .isEqualTo(200);
        assertThat(muniment.get("member", "/api/snapshots/q1-mended/report.html").status())
                .isEqualTo(200);
        assertThat(muniment.get(PLAN + "/seen?on=2017-10-06").json().get("publications"))
                .as("the new pack is in force at once, and it alone")
                .hasSize(1);
        assertThat(
                        send(
                                        "secretariat",
                                        "q1-2017-18/supersession",
                                        "{\"by\":\"q1-mended\",\"reason\":\"Mended\"}")
                                .status())
                .isEqualTo(200);

        assertThat(snapshot("q1-2017-18").get("state").asString()).isEqualTo("SUPERSEDED");
        assertThat(snapshot("q1-mended").get("state").asString()).isEqualTo("PUBLISHED");
        assertThat(muniment.get("member", "/snapshots/q1-2017-18").text())
                .contains("href=\"/snapshots/q1-mended\"", "Mended");
        assertThat(muniment.get("/api/snapshots/q1-2017-18/report.html").status()).isEqualTo(200);
        assertThat(muniment.get("/api/snapshots/q1-mended/report.html").text())
                .contains("98.1", "As printed");
        JsonNode seen = muniment.get(PLAN + "/seen?on=2017-09-14").json();
        assertThat(seen.at("/publications/0/snapshot").asString()).isEqualTo("q1-2017-18");
        assertThat(muniment.get(PLAN + "/seen?on=2017-10-06").json().get("publications"))
                .extracting(it -> it.get("snapshot").asString())
                .containsExactly("q1-mended");
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void ofManyFreezesAtOnceOneIsTaken() {
        String overrides =
                draft("Q2", "2017-08-31").get("blocking").findValuesAsString("id").stream()
                        .distinct()
                        .map(id -> "{\"finding\":\"%s\",\"reason\":\"So be it\"}".formatted(id))
                        .toList()
                        .toString();
        List<CompletableFuture<Answer>> answers =
                IntStream.range(0, 8)
                        .mapToObj(
                                i ->
                                        CompletableFuture.supplyAsync(
                                                () ->
                                                        freeze(
                                                                "q2-" + i,
                                                                "Q2",
                                                                overrides,
                                                                ",\"asAt\":\"2017-08-31\"")))
                        .toList();

        assertThat(answers.stream().map(CompletableFuture::join))
                .filteredOn(answer -> answer.status() == 201)
                .hasSize(1);
        assertThat(answers.stream().map(CompletableFuture::join))
                .filteredOn(answer -> answer.status() != 201)
                .allSatisfy(answer -> assertThat(rule(answer)).isEqualTo("freeze-pending"));
    }

    private static JsonNode draft(String quarter, String asAt) {
        return muniment.get(
                        "secretariat",
                        PLAN + "/snapshots/draft?quarter=" + quarter + "&asAt=" + asAt)
                .json();
    }

    private static Answer freeze(String id, String quarter, String overrides, String more) {
        return muniment.post(
                "secretariat",
                PLAN + "/snapshots",
                "{\"id\":\"%s\",\"quarter\":\"%s\",\"overrides\":%s%s}"
                        .formatted(id, quarter, overrides, more));
    }

    private static String replacing(String snapshot) {
        return ",\"asAt\":\"2017-07-31\",\"supersedes\":\"" + snapshot + "\"";
    }

    private static String september() {
        return "{\"meeting\":\"jc-2017-09\"}";
    }

    private static Answer send(String client, String path, String body) {
        return muniment.post(client, "/api/snapshots/" + path, body);
    }

    private static JsonNode snapshot(String id) {
        return muniment.get("/api/snapshots/" + id).json();
    }

    private static String rule(Answer answer) {
        return answer.json().path("rule").asString("");
    }
}
