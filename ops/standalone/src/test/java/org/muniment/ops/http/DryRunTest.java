package org.muniment.ops.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muniment.ops.Running;
import org.muniment.ops.Running.Answer;
import tools.jackson.databind.JsonNode;

/** A command that is only tried is answered as in earnest, and nothing of it remains. */
class DryRunTest {
    private static final String DRY = "?dryRun=true";
    private static final String LINES = "/api/plans/plan/budget-lines";

    @TempDir private static Path data;
    private static Running muniment;

    @BeforeAll
    static void start() {
        muniment = Running.on(data, "demo-people");
        sent("admin", "/api/partnerships", Examples.PARTNERSHIP);
        sent("admin", "/api/partnerships/pair/plans", Examples.PLAN);
    }

    @AfterAll
    static void stop() {
        muniment.close();
    }

    @Test
    void aFigureIsToldItsStatusAndItsRuleAndIsNotRecorded() {
        sent("officer", "/api/plans/plan/kpis", Examples.kpi("tried"));
        String before = everything("tried");

        Answer tried = figure("tried", "90.5", DRY);

        assertThat(tried.status()).as(tried.text()).isEqualTo(200);
        assertThat(tried.header("ETag")).isNull();
        JsonNode receipt = tried.json();
        assertThat(receipt.get("id").asString()).isEqualTo("tried");
        assertThat(receipt.get("version").asLong()).isEqualTo(2);
        assertThat(receipt.get("would")).hasSize(1);
        assertThat(receipt.at("/would/0/type").asString()).isEqualTo("kpi.actual-recorded");
        assertThat(receipt.at("/would/0/payload/judgement/status").asString()).isEqualTo("GREEN");
        assertThat(receipt.at("/would/0/payload/judgement/rule").asString())
                .isEqualTo("tolerance-5");
        assertThat(everything("tried")).isEqualTo(before);
    }

    @Test
    void theLogIsAsLongAsBefore(@TempDir Path another) {
        try (Running quiet = Running.on(another, "demo-people")) {
            quiet.post("admin", "/api/partnerships", Examples.PARTNERSHIP);
            quiet.post("admin", "/api/partnerships/pair/plans", Examples.PLAN);
            Answer tried = quiet.post("finance-officer", LINES + DRY, Examples.line("line"));
            assertThat(tried.json().get("position").asLong()).isEqualTo(3);

            JsonNode dashboard = quiet.get("/api/plans/plan/dashboard").json();

            assertThat(dashboard.at("/asOf/position").asLong()).isEqualTo(2);
            assertThat(
                            quiet.post("finance-officer", LINES, Examples.line("other"))
                                    .json()
                                    .get("position")
                                    .asLong())
                    .isEqualTo(3);
        }
    }

    @Test
    void whatWasTriedIsNotRememberedSoTheSameInEarnestIsRecorded() {
        sent("officer", "/api/plans/plan/kpis", Examples.kpi("same"));
        String promised = figure("same", "91", DRY).json().at("/would/0/payload").toString();
        figure("same", "92", DRY);

        Answer recorded = figure("same", "91", "");

        assertThat(recorded.json().get("version").asLong()).isEqualTo(2);
        assertThat(recorded.json().has("would")).isFalse();
        JsonNode history = muniment.get("/api/kpis/same/history").json().get("events");
        assertThat(history).hasSize(2);
        assertThat(history.get(1).get("payload").toString()).isEqualTo(promised);
    }

    @Test
    void whatWouldChangeNothingSaysSo() {
        sent("officer", "/api/plans/plan/kpis", Examples.kpi("said"));
        figure("said", "91", "");

        JsonNode again = figure("said", "91", DRY).json();

        assertThat(again.get("would")).isEmpty();
        assertThat(again.get("version").asLong()).isEqualTo(2);
    }

    @Test
    void aNewThingThatIsTriedLeavesItsIdFree() {
        Answer tried = muniment.post("finance-officer", LINES + DRY, Examples.line("free"));

        assertThat(tried.status()).isEqualTo(200);
        assertThat(muniment.get("/api/budget-lines/free").status()).isEqualTo(404);
        assertThat(muniment.post("finance-officer", LINES, Examples.line("free")).status())
                .isEqualTo(201);
        assertThat(muniment.post("finance-officer", LINES + DRY, Examples.line("free")).status())
                .isEqualTo(409);
    }

    @Test
    void bothLinesOfAVirementAreForetoldAndNeitherIsChanged() {
        sent("finance-officer", LINES, Examples.line("from"));
        sent("finance-officer", LINES, Examples.line("to"));
        String body = "{\"change\":\"0.100\",\"reason\":\"A post\",\"counterpart\":\"from\"}";

        JsonNode tried =
                muniment.post("finance-officer", "/api/budget-lines/to/adjustments" + DRY, body)
                        .json();

        assertThat(tried.get("would")).hasSize(2);
        assertThat(tried.at("/would/1/payload/amount").asString()).isEqualTo("0.900");
        for (String line : List.of("from", "to")) {
            assertThat(muniment.get("/api/budget-lines/" + line).json().get("amount").asString())
                    .isEqualTo("1.000");
        }
    }

    @Test
    void whatRefusesItIsToldInTheSameWordsAsInEarnest() {
        sent("officer", "/api/plans/plan/kpis", Examples.kpi("refused"));

        Answer tried = figure("refused", "10", DRY);
        Answer earnest = figure("refused", "10", "");

        assertThat(tried.status()).isEqualTo(409);
        assertThat(tried.json().get("rule").asString()).isEqualTo("commentary-required");
        assertThat(tried.text()).isEqualTo(earnest.text());
    }

    @Test
    void theVersionLastSeenIsCheckedAsInEarnest() {
        sent("officer", "/api/plans/plan/kpis", Examples.kpi("seen"));
        figure("seen", "91", "");
        String path = "/api/kpis/seen/actuals" + DRY;

        assertThat(muniment.postUnread("officer", path, body("92")).status()).isEqualTo(428);
        assertThat(
                        muniment.post("officer", path, body("92"), "If-Match", "\"1\"")
                                .json()
                                .get("version")
                                .asLong())
                .isEqualTo(2);
        assertThat(muniment.post("officer", path, body("92"), "If-Match", "\"2\"").status())
                .isEqualTo(200);
    }

    @Test
    void theKeyIsNotUsedUp() {
        sent("officer", "/api/plans/plan/kpis", Examples.kpi("keyed"));
        String[] key = {"Idempotency-Key", "one-key"};

        JsonNode tried = figure("keyed", "91", DRY, key).json();
        assertThat(tried.get("would")).hasSize(1);
        assertThat(figure("keyed", "93", DRY, key).status()).isEqualTo(200);
        Answer first = figure("keyed", "95", "", key);

        assertThat(first.json().get("version").asLong()).isEqualTo(2);
        assertThat(figure("keyed", "96", "", key).status()).as("used by now").isEqualTo(422);
    }

    @Test
    void amongCommandsInEarnestItChangesNothingAndSeesEachAsAWhole() {
        sent("officer", "/api/plans/plan/kpis", Examples.kpi("crowd"));
        long before = events();

        List<Answer> answers =
                IntStream.range(0, 40)
                        .parallel()
                        .mapToObj(
                                number ->
                                        number % 2 == 0
                                                ? line("crowd-" + number, DRY)
                                                : line("crowd-" + number, ""))
                        .toList();

        assertThat(events()).isEqualTo(before + 20);
        for (int number = 0; number < answers.size(); number++) {
            Answer answer = answers.get(number);
            String address = "/api/budget-lines/crowd-" + number;
            boolean dry = number % 2 == 0;
            assertThat(answer.status()).isEqualTo(dry ? 200 : 201);
            assertThat(muniment.get(address).status()).isEqualTo(dry ? 404 : 200);
            if (dry) {
                assertThat(answer.json().get("would")).hasSize(1);
                assertThat(answer.json().at("/would/0/payload/line").asString())
                        .isEqualTo("crowd-" + number);
            }
        }
    }

    @Test
    void ofThoseThatTryTheSameAtOnceNoneIsInTheOthersWay() {
        sent("officer", "/api/plans/plan/kpis", Examples.kpi("busy"));

        List<Integer> statuses =
                IntStream.range(0, 16)
                        .parallel()
                        .mapToObj(
                                number ->
                                        muniment.post(
                                                        "officer",
                                                        "/api/kpis/busy/actuals" + DRY,
                                                        body("9" + number % 10),
                                                        "If-Match",
                                                        "\"1\"")
                                                .status())
                        .toList();

        assertThat(statuses).containsOnly(200);
        assertThat(muniment.get("/api/kpis/busy").json().get("version").asLong()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "secretariat,   /api/people,                       '{\"id\":\"p-1\",\"name\":\"Jane\"}'",
        "admin,         /api/access/ann/secret,            ''",
        "auditor,       /api/operations/self-audits,       ''",
        "admin,         /api/ledger/key/rotation,          '{\"reason\":\"Yearly\"}'"
    })
    void whatNoTransactionTakesBackCannotBeTried(String who, String path, String body) {
        Answer refused = muniment.post(who, path + DRY, body);

        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/field").asString()).isEqualTo("dryRun");
        assertThat(muniment.get("/api/people/p-1").status()).isEqualTo(404);
        assertThat(muniment.get("/api/access/ann").status()).isEqualTo(404);
    }

    @Test
    void anErasureCanBeTriedAndTheVaultKeepsTheTexts() {
        String person = "{\"id\":\"p-0042\",\"name\":\"Jane Roe\"}";
        sent("secretariat", "/api/people", person);
        sent("secretariat", "/api/people/p-0042/erasure", "{\"legalBasis\":\"OBJECTION\"}");
        String confirmation = "/api/people/p-0042/erasure/confirmation";

        Answer tried = muniment.post("head-of-service", confirmation + DRY, "{}");

        assertThat(tried.json().at("/would/0/type").asString()).isEqualTo("person.erased");
        assertThat(muniment.get("secretariat", "/api/people/p-0042").text()).contains("Jane Roe");
        sent("head-of-service", confirmation, "{}");
        assertThat(muniment.get("secretariat", "/api/people/p-0042").text())
                .doesNotContain("Jane Roe");
    }

    @ParameterizedTest
    @CsvSource({"?dryRun=yes", "?dryRun=", "?dryRun=TRUE", "?dryRun=true&dryRun=false"})
    void whatCouldBeMeantEitherWayIsRefused(String query) {
        long before = events();

        Answer refused = line("unclear", query);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/field").asString()).isEqualTo("dryRun");
        assertThat(events()).isEqualTo(before);
    }

    @Test
    void everyCommandThatCanBeTriedSaysSoInTheDocument() {
        JsonNode document = muniment.get("/v3/api-docs").json();
        List<String> saying = new ArrayList<>();
        document.get("paths")
                .properties()
                .forEach(
                        path -> {
                            if (path.getValue()
                                    .at("/post/parameters")
                                    .toString()
                                    .contains("\"dryRun\"")) {
                                saying.add(path.getKey());
                            }
                        });

        assertThat(saying)
                .contains("/api/kpis/{kpi}/actuals", "/api/plans/{plan}/snapshots")
                .contains("/api/access/{person}/grants")
                .doesNotContain("/api/people", "/api/access/{person}/secret");
        assertThat(document.at("/paths/~1api~1plans~1{plan}~1kpis/post/responses").propertyNames())
                .contains("200", "201");
    }

    private static Answer figure(String kpi, String actual, String query, String... headers) {
        return muniment.post(
                "officer", "/api/kpis/" + kpi + "/actuals" + query, body(actual), headers);
    }

    private static Answer line(String id, String query) {
        return muniment.post("finance-officer", LINES + query, Examples.line(id));
    }

    private static String body(String actual) {
        return "{\"month\": \"2026-05\", \"actual\": \"%s\"}".formatted(actual);
    }

    private static void sent(String who, String path, String body) {
        Answer answer = muniment.post(who, path, body);
        assertThat(answer.status()).as(answer.text()).isIn(200, 201);
    }

    private static long events() {
        return muniment.get("/api/plans/plan/events?limit=1000").json().get("events").size();
    }

    /** All that the reader of one figure could notice. */
    private static String everything(String kpi) {
        return String.join(
                "\n",
                Long.toString(events()),
                muniment.get("/api/kpis/" + kpi).text(),
                muniment.get("/api/kpis/" + kpi + "/history")
                        .text()
                        .replaceAll("\"leafHash.*?,", ""));
    }
}
