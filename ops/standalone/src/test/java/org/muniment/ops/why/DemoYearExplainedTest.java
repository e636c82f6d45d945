package org.muniment.ops.why;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.ops.Running;
import org.muniment.ops.Running.Answer;
import org.muniment.ops.ledger.SealedLog;
import tools.jackson.databind.JsonNode;

/** Every figure of the dashboard of 14 September 2017 is explained by its own value, and proved. */
class DemoYearExplainedTest {
    private static final String PLAN = "/api/plans/bip-2017-18";
    private static final String MOMENT = "asOf=2017-09-14&asAt=2017-07-31";
    private static final List<String> OF_KPIS =
            List.of("status", "actual", "targetToDate", "annualTarget", "priorActual");
    private static final List<String> OF_PROJECTS =
            List.of("status", "finish", "originalFinish", "start");
    private static final List<String> OF_BUDGETS = List.of("budget", "forecast", "variance");

    private static Running muniment;
    private static JsonNode dashboard;

    @BeforeAll
    static void play(@TempDir Path data) {
        muniment = Running.on(data, "demo");
        dashboard = muniment.get("member", PLAN + "/dashboard?" + MOMENT).json();
        long end = muniment.get(PLAN + "/replay").json().at("/last").asLong();
        muniment.bean("sealedLog", SealedLog.class).requireSealed(end, Duration.ofSeconds(30));
    }

    @AfterAll
    static void stop() {
        muniment.close();
    }

    @Test
    void everyFigureOfTheDemoIsExplainedByItsOwnValue() {
        Map<String, String> shown = shown();

        assertThat(shown).hasSizeGreaterThan(300);
        Map<String, String> explained = new TreeMap<>();
        for (String name : names(shown)) {
            JsonNode why = why("member", name);
            why.get("figures")
                    .forEach(
                            figure -> {
                                assertThat(figure.get("because")).as(name).isNotEmpty();
                                explained.put(text(figure, "figure"), text(figure, "value"));
                            });
            why.get("events")
                    .forEach(
                            event ->
                                    assertThat(event.at("/proof/state").asString())
                                            .as("%s: %s", name, event)
                                            .isEqualTo("PROVED"));
        }
        shown.forEach((name, value) -> assertThat(explained).as(name).containsEntry(name, value));
    }

    @Test
    void everyFindingIsExplained() {
        dashboard
                .get("findings")
                .forEach(
                        finding -> {
                            String name =
                                    "findings.%s.%s"
                                            .formatted(
                                                    text(finding, "id"),
                                                    finding.at("/subjects/0").asString());
                            assertThat(sentences(why("member", name), name))
                                    .as(name)
                                    .anySatisfy(
                                            sentence ->
                                                    assertThat(sentence)
                                                            .endsWithIgnoringCase(
                                                                    text(finding, "message")
                                                                            + "."));
                        });
    }

    @Test
    void theRedFigureIsExplainedWithItsRuleAndItsCounts() {
        JsonNode why = why("member", "kpis.grant-claims");

        assertThat(sentences(why, "kpis.grant-claims.status"))
                .contains(
                        "83.33 is 16.67 below the target of 100; more than 5% of the target (5.00)"
                                + " below is RED.");
        assertThat(sentences(why, "kpis.grant-claims.actual"))
                .contains(
                        "It was worked out from 20 of 24: 20 ÷ 24 × 100 = 83.33, rounded half up to"
                                + " 2 decimal places.");
        assertThat(why.get("events"))
                .anySatisfy(
                        event -> {
                            assertThat(text(event, "by")).isEqualTo("officer");
                            assertThat(text(event, "what"))
                                    .isEqualTo(
                                            "83.33 was recorded for July 2017 and judged RED"
                                                    + " against 100.");
                            assertThat(event.has("payload")).isFalse();
                        });
    }

    @Test
    void aRestatementAfterTheMeetingIsInTheExplanationOfTodayAndNotOfThatDay() {
        String today =
                muniment.get("member", PLAN + "/why?figure=kpis.electronic-remittances").text();

        assertThat(today).contains("A cheque run had been counted as electronic");
        assertThat(why("member", "kpis.electronic-remittances").toString())
                .doesNotContain("cheque run");
    }

    @Test
    void theVariationOfThePaperIsAddedUpAndFoundApart() {
        assertThat(sentences(why("member", "variation"), "variation"))
                .containsExactly(
                        "The causes given as at 31 July 2017 add up: 0.024 + 0.016 - 0.011 + 0.002"
                                + " = 0.031.",
                        "The total stated is 0.033, which is 0.002 apart.",
                        "The budget’s variance as at 31 July 2017 is 0.033, which is 0.002 apart.");
    }

    @Test
    void aNameThatIsNoFigureIsUnknownAndOneThatCannotBeIsMalformed() {
        assertThat(muniment.get("member", PLAN + "/why?figure=kpis.none.status").status())
                .isEqualTo(404);
        Answer malformed = muniment.get("member", PLAN + "/why?figure=a%20b");
        assertThat(malformed.status()).isEqualTo(400);
        assertThat(malformed.json().at("/errors/0/field").asString()).isEqualTo("figure");
        assertThat(muniment.get("member", "/api/plans/none/why?figure=projects.total").status())
                .isEqualTo(404);
    }

    private static Map<String, String> shown() {
        Map<String, String> shown = new TreeMap<>();
        for (String kind : List.of("projects", "kpis")) {
            count(shown, kind, dashboard.at("/" + kind + "/total"));
            dashboard
                    .at("/" + kind + "/summary")
                    .forEach(row -> count(shown, kind + "." + text(row, "service"), row));
            dashboard
                    .at("/" + kind + "/rows")
                    .forEach(
                            row ->
                                    put(
                                            shown,
                                            kind + "." + text(row, "id"),
                                            row,
                                            kind.equals("kpis") ? OF_KPIS : OF_PROJECTS));
        }
        dashboard
                .at("/budget/lines")
                .forEach(line -> put(shown, "budget." + text(line, "id"), line, OF_BUDGETS));
        put(shown, "budget.subTotal", dashboard.at("/budget/subTotal"), OF_BUDGETS);
        put(shown, "budget.total", dashboard.at("/budget/total"), OF_BUDGETS);
        return shown;
    }

    private static void count(Map<String, String> shown, String name, JsonNode row) {
        row.properties()
                .forEach(
                        cell -> {
                            if (!cell.getKey().equals("service")) {
                                shown.put(name + "." + cell.getKey(), cell.getValue().asString());
                            }
                        });
    }

    private static void put(
            Map<String, String> shown, String name, JsonNode row, List<String> fields) {
        fields.forEach(field -> shown.put(name + "." + field, text(row, field)));
    }

    /** A thing's figures are asked for together. */
    private static List<String> names(Map<String, String> shown) {
        return shown.keySet().stream()
                .map(
                        name ->
                                name.matches(
                                                "(kpis|projects)\\.[a-z0-9][a-z0-9-]*\\.[A-Za-z]+"
                                                        + "|budget\\..*")
                                        ? name.substring(0, name.lastIndexOf('.'))
                                        : name)
                .distinct()
                .toList();
    }

    private static JsonNode why(String who, String figure) {
        Answer answer = muniment.get(who, PLAN + "/why?figure=" + figure + "&" + MOMENT);
        assertThat(answer.status()).as(figure + answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static List<String> sentences(JsonNode why, String figure) {
        return why.get("figures")
                .valueStream()
                .filter(it -> text(it, "figure").equals(figure))
                .flatMap(it -> it.get("because").valueStream())
                .map(JsonNode::asString)
                .toList();
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString(null);
    }
}
