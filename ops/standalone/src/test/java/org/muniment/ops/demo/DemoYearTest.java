package org.muniment.ops.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.ops.Running;
import org.muniment.ops.Running.Answer;
import tools.jackson.databind.JsonNode;

/** The paper of 14 September 2017, to the printed digit, from the demo played over HTTP. */
class DemoYearTest {
    private static final String PAPER = "?asOf=2017-09-14&asAt=2017-07-31";

    private static Running muniment;
    private static Yardstick paper;
    private static JsonNode dashboard;

    @BeforeAll
    static void play(@TempDir Path data) throws Exception {
        muniment = Running.on(data, "demo");
        paper = Yardstick.of("/paper-001.yaml");
        dashboard = dashboard(PAPER);
    }

    @AfterAll
    static void stop() {
        muniment.close();
    }

    @Test
    void projectCountsAreThoseOfThePaper() {
        assertCounts("projects", List.of("green", "amber", "red", "total"));
    }

    @Test
    void kpiCountsAreThoseOfThePaper() {
        assertCounts("kpis", List.of("green", "amber", "red", "notMeasured", "total"));
    }

    @Test
    void allKpiRowsAreThoseOfThePaper() {
        List<List<String>> rows =
                rows("/kpis/rows").stream()
                        .map(
                                row ->
                                        List.of(
                                                text(row, "priorActual"),
                                                text(row, "annualTarget"),
                                                text(row, "targetToDate"),
                                                text(row, "actual"),
                                                text(row, "status")))
                        .toList();

        assertThat(rows).isEqualTo(paper.rows("kpiRows"));
    }

    @Test
    void theRedTableIsThatOfThePaper() {
        assertThat(rows("/kpis/red"))
                .singleElement()
                .satisfies(
                        row ->
                                paper.red()
                                        .get(0)
                                        .forEach(
                                                (field, value) ->
                                                        assertThat(text(row, field))
                                                                .isEqualTo(value)));
    }

    @Test
    void theBudgetStatementIsThatOfThePaper() {
        List<List<String>> lines =
                rows("/budget/lines").stream().map(line -> amounts(line)).toList();

        assertThat(lines)
                .isEqualTo(paper.budgetLines().stream().map(line -> line.subList(1, 4)).toList());
        assertThat(amounts(dashboard.at("/budget/subTotal"))).isEqualTo(paper.budget("subTotal"));
        assertThat(amounts(dashboard.at("/budget/total"))).isEqualTo(paper.budget("total"));
    }

    @Test
    void allProjectRowsAreThoseOfThePaper() {
        List<JsonNode> rows = rows("/projects/rows");

        assertThat(rows).hasSize(24);
        for (int i = 0; i < rows.size(); i++) {
            List<String> printed = paper.rows("projectRows").get(i);
            JsonNode row = rows.get(i);
            assertThat(text(row, "title")).startsWith(printed.get(0));
            assertThat(
                            List.of(
                                    text(row, "start"),
                                    text(row, "originalFinish"),
                                    text(row, "finish"),
                                    text(row, "status"),
                                    text(row, "completed")))
                    .as(printed.get(0))
                    .isEqualTo(printed.subList(1, 6));
        }
    }

    @Test
    void theContradictionsOfThePaperAreFound() {
        Map<String, List<String>> expected =
                Map.of(
                        "variation-does-not-reconcile", List.of("bip-2017-18"),
                        "completed-before-start", List.of("preston-peer-review"),
                        "knowledge-after-cut-off", List.of("flooding-report"),
                        "overdue-without-new-date", List.of("closure-of-accounts"),
                        "not-applicable-counted-green",
                                List.of(
                                        "audit-plan-ss",
                                        "actions-agreed-ss",
                                        "audit-satisfaction-ss"),
                        "target-to-date-above-annual",
                                List.of("actions-agreed-cbc", "actions-agreed-srbc"),
                        "rate-target-zero", List.of("actions-agreed-ss", "audit-satisfaction-ss"));
        List<JsonNode> found = rows("/findings");

        expected.forEach(
                (id, subjects) ->
                        assertThat(found)
                                .filteredOn(finding -> text(finding, "id").equals(id))
                                .extracting(finding -> finding.at("/subjects/0").asString())
                                .as(id)
                                .containsExactlyInAnyOrderElementsOf(subjects));
        assertThat(found)
                .filteredOn(finding -> text(finding, "id").equals("shares-do-not-add"))
                .singleElement()
                .satisfies(finding -> assertThat(text(finding, "stated")).isEqualTo("101"));
        assertThat(found).hasSize(12);
    }

    @Test
    void theDayBeforeAChangeShowsTheStateBeforeIt() {
        assertThat(project("rm-frameworks", "?asOf=2017-06-14").get("finish").asString())
                .isEqualTo("2017-06");
        assertThat(project("rm-frameworks", "?asOf=2017-06-15").get("finish").asString())
                .isEqualTo("2017-12");
        assertThat(project("induction-training", "?asOf=2017-06-28").get("completed").asBoolean())
                .isFalse();
        assertThat(project("induction-training", "?asOf=2017-06-29").get("completed").asBoolean())
                .isTrue();
        assertThat(dashboard("?asOf=2017-08-07").at("/kpis/total/notMeasured").asInt())
                .isEqualTo(32);
        assertThat(dashboard("?asOf=2017-08-08").at("/kpis/total/notMeasured").asInt())
                .isEqualTo(8);
    }

    @Test
    void theAnswerSaysWhichMomentItSpeaksOf() {
        assertThat(dashboard.at("/asOf/instant").asString()).isEqualTo("2017-09-14T23:00:00Z");
        assertThat(dashboard.at("/asOf/zone").asString()).isEqualTo("Europe/London");
        assertThat(dashboard.at("/asOf/recordedThrough").asString()).startsWith("2017-09-08T09:00");
        String position = "?asOf=position:" + dashboard.at("/asOf/position").asInt();
        assertThat(dashboard(position + "&asAt=2017-07-31").get("kpis"))
                .isEqualTo(dashboard.get("kpis"));
    }

    @Test
    void aSettledAnswerMayBeKeptForGoodAndAPresentOneNot() {
        String settled = "/api/plans/bip-2017-18/dashboard?asOf=2017-08-08";
        Answer answer = muniment.get(settled);

        assertThat(answer.header("Cache-Control")).contains("immutable", "private");
        assertThat(muniment.getUnless(answer.header("ETag"), settled).status()).isEqualTo(304);
        assertThat(muniment.getUnless("\"other\"", settled).status()).isEqualTo(200);
        assertThat(muniment.get("/api/plans/bip-2017-18/dashboard").header("Cache-Control"))
                .isEqualTo("no-store");
    }

    @Test
    void everyEventSaysWhoAndWhyAndThatItIsADemo() {
        JsonNode events = muniment.get("/api/plans/bip-2017-18/events?limit=1000").json();

        assertThat(stream(events.get("events")))
                .hasSize(161)
                .allSatisfy(
                        event -> {
                            assertThat(text(event, "by")).isNotEmpty();
                            assertThat(text(event, "role")).isNotEmpty();
                            assertThat(text(event, "reason")).isNotEmpty();
                            assertThat(text(event, "correlationId")).isNotEmpty();
                            assertThat(text(event, "causationId")).isNotEmpty();
                            assertThat(event.get("demo").asBoolean()).isTrue();
                        });
    }

    @Test
    void thePageShowsTheSameFigures() {
        String page = muniment.get("member", "/plans/bip-2017-18" + PAPER).text();

        assertThat(page)
                .contains("83.33", "16.67", "1.655", "1.622", "(0.002)", "0.127")
                .contains("Business Improvement Plan 2017/18", "14 September 2017")
                .doesNotContain("null");
    }

    private static void assertCounts(String table, List<String> fields) {
        for (JsonNode row : rows("/" + table + "/summary")) {
            assertCount(paper.counts(table).get(text(row, "service")), row, fields);
        }
        assertCount(paper.counts(table).get("total"), dashboard.at("/" + table + "/total"), fields);
    }

    private static void assertCount(
            Map<String, String> printed, JsonNode row, List<String> fields) {
        fields.forEach(field -> assertThat(text(row, field)).isEqualTo(printed.get(field)));
    }

    private static JsonNode project(String id, String moment) {
        return stream(dashboard(moment).at("/projects/rows")).stream()
                .filter(row -> text(row, "id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode dashboard(String query) {
        return muniment.get("/api/plans/bip-2017-18/dashboard" + query).json();
    }

    private static List<JsonNode> rows(String pointer) {
        return stream(dashboard.at(pointer));
    }

    private static List<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private static List<String> amounts(JsonNode line) {
        return List.of(text(line, "budget"), text(line, "forecast"), text(line, "variance"));
    }

    private static String text(JsonNode row, String field) {
        return row.hasNonNull(field) ? row.get(field).asString() : "";
    }
}
