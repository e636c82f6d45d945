package org.muniment.ops.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.command.dispatch.Together;
import org.muniment.ops.Patience;
import org.muniment.ops.Running;
import org.muniment.ops.Running.Answer;
import org.muniment.ops.http.Examples;
import org.muniment.query.report.CsvFile;
import tools.jackson.databind.JsonNode;

/** Files of commands, over HTTP: told before, kept as a whole, or not at all. */
class ImportTest {
    private static final String KPIS =
            """
            KPI,Month,Actual,Comment,Proposed action,Not measured
            claims,2026-04,95.50%,,,
            claims,May-26,80,Two left,Recruit,
            calls,2026-04,,,,Awaiting data
            """;

    @TempDir private Path data;
    private Running muniment;

    @BeforeEach
    void start() {
        muniment = Running.on(data, "demo-people");
        post("admin", "/api/partnerships", Examples.PARTNERSHIP, 201);
        post("admin", "/api/partnerships/pair/plans", Examples.PLAN, 201);
        post("officer", "/api/plans/plan/kpis", Examples.kpi("claims"), 201);
        post("officer", "/api/plans/plan/kpis", Examples.kpi("calls"), 201);
        post("officer", "/api/plans/plan/projects", Examples.project("risk"), 201);
        post("finance-officer", "/api/plans/plan/budget-lines", Examples.line("pay"), 201);
    }

    @AfterEach
    void stop() {
        muniment.close();
    }

    @Test
    void aDryRunTellsWhatWouldHappenAndRecordsNothing() {
        long before = appended();

        JsonNode told = told(imported("officer", "kpi-actuals", true, KPIS), 200);

        assertThat(appended()).isEqualTo(before);
        assertThat(told.at("/encoding").asString()).isEqualTo("UTF-8");
        assertThat(told.at("/counts/recorded").asInt()).isEqualTo(3);
        assertThat(told.at("/rows/1/row").asInt()).isEqualTo(3);
        assertThat(told.at("/rows/1/does/0").asString()).isEqualTo("record 80 for 2026-05");
        assertThat(told.at("/rows/1/status/to").asString()).isEqualTo("RED");
        assertThat(told.has("firstPosition")).isFalse();
    }

    @Test
    void theRealImportDoesWhatTheDryRunSaid() {
        long before = appended();
        JsonNode dry = told(imported("officer", "kpi-actuals", true, KPIS), 200);

        JsonNode real = told(imported("officer", "kpi-actuals", false, KPIS), 200);

        assertThat(real.at("/rows")).isEqualTo(dry.at("/rows"));
        assertThat(real.at("/firstPosition").asLong()).isEqualTo(before + 1);
        assertThat(real.at("/lastPosition").asLong()).isEqualTo(before + 3);
        assertThat(appended()).isEqualTo(before + 3);
        JsonNode event = told(muniment.get("/api/kpis/claims/history"), 200).at("/events").get(1);
        assertThat(event.at("/by").asString()).isEqualTo("officer");
        assertThat(event.at("/payload/measurement/actual").asString()).isEqualTo("95.50");
        JsonNode stored = told(muniment.get("/api/ledger/events/" + (before + 1)), 200);
        assertThat(stored.at("/metadata").asString())
                .contains("\"import\":\"" + real.at("/id").asString() + "\"")
                .contains("\"command\":\"RecordKpiActual\"");
        assertThat(told(muniment.get("/api/plans/plan/dashboard?asAt=2026-05-31"), 200).toString())
                .contains("Two left");
    }

    @Test
    void aFileSentAgainUnderItsKeyIsGivenTheFirstAnswerAlsoAfterARestart() {
        String key = "3b241101-e2bb-4255-8caf-4136c566a962";
        JsonNode first = told(keyed(key, "dryRun=false", KPIS), 200);
        assertThat(first.at("/counts/recorded").asInt()).isEqualTo(3);
        post(
                "officer",
                "/api/kpis/claims/actuals",
                "{\"month\": \"2026-04\", \"actual\": \"96\"}",
                200);
        long before = appended();

        assertThat(told(keyed(key, "dryRun=false", KPIS), 200)).isEqualTo(first);
        muniment.close();
        muniment = Running.on(data, "demo-people");
        assertThat(told(keyed(key, "dryRun=false", KPIS), 200)).isEqualTo(first);

        assertThat(appended()).isEqualTo(before);
        String another = KPIS.replace("Two left", "Three left");
        assertThat(keyed(key, "dryRun=false", another).json().at("/type").asString())
                .endsWith("key-reused");
        assertThat(keyed(key, "dryRun=false&x=1", KPIS).status()).isEqualTo(422);
        Answer single =
                muniment.post(
                        "officer",
                        "/api/kpis/claims/actuals",
                        "{\"month\": \"2026-04\", \"actual\": \"97\"}",
                        "Idempotency-Key",
                        key);
        assertThat(single.status()).isEqualTo(422);
        assertThat(appended()).isEqualTo(before);
    }

    @Test
    @Timeout(60)
    void itsSenderSeesAFileThatIsUnderWayAndNobodyElseDoes() {
        String path = "/api/plans/plan/imports";
        CompletableFuture<Answer> waiting =
                muniment.bean("together", Together.class)
                        .run(
                                () -> {
                                    CompletableFuture<Answer> sent =
                                            CompletableFuture.supplyAsync(
                                                    () ->
                                                            imported(
                                                                    "officer",
                                                                    "kpi-actuals",
                                                                    false,
                                                                    KPIS));
                                    JsonNode item = firstItem("officer", path);
                                    assertThat(item.at("/rows").asInt()).isEqualTo(3);
                                    assertThat(item.at("/done").asInt()).isZero();
                                    assertThat(item.at("/kind").asString())
                                            .isEqualTo("kpi-actuals");
                                    assertThat(muniment.get("head-of-service", path).text())
                                            .isEqualTo("{\"items\":[]}");
                                    return sent;
                                },
                                nothing -> false);

        assertThat(waiting.join().status()).isEqualTo(200);
        assertThat(muniment.get("officer", path).text()).isEqualTo("{\"items\":[]}");
    }

    private JsonNode firstItem(String client, String path) {
        return Patience.await()
                .until(
                        () -> told(muniment.get(client, path), 200).at("/items"),
                        items -> !items.isEmpty())
                .get(0);
    }

    @Test
    void aDryRunAndARefusalLeaveTheKeyFree() {
        String key = "one";
        told(keyed(key, "dryRun=true", KPIS), 200);
        told(keyed(key, "dryRun=false", "kpi,month,actual\nclaims,2026-04,80\n"), 409);

        long before = appended();
        JsonNode real = told(keyed(key, "dryRun=false", KPIS), 200);

        assertThat(real.at("/lastPosition").asLong() - real.at("/firstPosition").asLong())
                .isEqualTo(2);
        assertThat(appended()).isEqualTo(before + 4);
    }

    @Test
    void theSameFileTwiceAppendsNothingTheSecondTime() {
        String projects =
                """
                project,as at,status,update,proposed action,finish,reason,completed on
                risk,30/06/2026,amber,Slower than planned,,Sep-26,Two people left,
                """;
        String money =
                """
                line,change,reason,as at,forecast
                pay,(0.010),Posts held open,2026-06-30,£0.980
                pay,0.002,Overtime,,
                """;
        assertRecordedOnce("officer", "kpi-actuals", KPIS, 3);
        assertRecordedOnce("head-of-service", "projects", projects, 2);
        assertRecordedOnce("finance-officer", "budget-lines", money, 3);
        assertThat(
                        told(muniment.get("/api/plans/plan/dashboard"), 200)
                                .at("/budget/lines/0/budget")
                                .asString())
                .isEqualTo("0.992");
    }

    @Test
    void moneyIsMovedBetweenTwoLinesByOneRow() {
        post("finance-officer", "/api/plans/plan/budget-lines", Examples.line("travel"), 201);
        String moved =
                """
                line,change,counterpart,reason
                pay,(0.010),travel,Posts held open
                travel,£0.002,,Fares
                """;
        assertRecordedOnce("finance-officer", "budget-lines", moved, 3);
        JsonNode lines = told(muniment.get("/api/plans/plan/dashboard"), 200).at("/budget/lines");
        assertThat(lines.at("/0/budget").asString()).isEqualTo("0.990");
        assertThat(lines.at("/1/budget").asString()).isEqualTo("1.012");

        JsonNode wrong =
                told(
                        imported(
                                "finance-officer",
                                "budget-lines",
                                true,
                                """
                                line,change,counterpart,reason
                                pay,(0.01),travel,One end
                                travel,0.010,pay,The other end
                                pay,1,nowhere,Nobody's
                                pay,1,pay,Its own
                                pay,1,Pay,No id
                                pay,,travel,How much
                                """),
                        200);
        assertThat(wrong.at("/rows/0/does/0").asString()).isEqualTo("move 0.01 from pay to travel");
        assertThat(wrong.at("/rows/1/errors/0/message").asString())
                .isEqualTo("row 2 speaks of 0.01 from pay to travel too");
        assertThat(wrong.at("/rows/2/errors/0/column").asString()).isEqualTo("counterpart");
        assertThat(wrong.at("/rows/2/rule").asString()).isEqualTo("unknown-counterpart");
        assertThat(wrong.at("/rows/3/errors/0/message").asString())
                .isEqualTo("must be another line");
        assertThat(wrong.at("/rows/4/errors/0/column").asString()).isEqualTo("counterpart");
        assertThat(wrong.at("/rows/5/errors/0/column").asString()).isEqualTo("change");
    }

    @Test
    void oneRefusedRowOfAThousandRefusesTheWholeFile() {
        String file =
                "kpi,month,actual,comment,proposedAction\n"
                        + IntStream.rangeClosed(2, 1_001)
                                .mapToObj(ImportTest::thousandth)
                                .collect(Collectors.joining("\n"));
        IntStream.range(0, 100)
                .forEach(n -> post("officer", "/api/plans/plan/kpis", Examples.kpi("k" + n), 201));
        long before = appended();

        JsonNode told = told(imported("officer", "kpi-actuals", false, file), 409);

        assertThat(told.at("/rule").asString()).isEqualTo("import-refused");
        assertThat(told.at("/counts/refused").asInt()).isEqualTo(1);
        JsonNode wrong = told.at("/rows/498");
        assertThat(wrong.at("/row").asInt()).isEqualTo(500);
        assertThat(wrong.at("/rule").asString()).isEqualTo("commentary-required");
        assertThat(wrong.at("/errors/0/column").asString()).isEqualTo("comment");
        assertThat(appended()).isEqualTo(before);
        Answer later =
                muniment.post(
                        "officer",
                        "/api/kpis/k1/actuals",
                        "{\"month\": \"2026-04\", \"actual\": \"99\"}");
        assertThat(told(later, 200).at("/version").asInt()).isEqualTo(2);
        assertThat(appended()).isEqualTo(before + 1);
    }

    @Test
    void aDryRunIsForgottenByTheThingsItTouched() {
        told(imported("officer", "kpi-actuals", true, KPIS), 200);

        Answer same =
                muniment.post(
                        "officer",
                        "/api/kpis/claims/actuals",
                        "{\"month\": \"2026-04\", \"actual\": \"95.50\"}");

        assertThat(told(same, 200).at("/version").asInt()).isEqualTo(2);
    }

    @Test
    void commandsOfOthersComeBeforeOrAfterTheImportAndNeverWithin() {
        long before = appended();
        CompletableFuture<Long> meanwhile =
                CompletableFuture.supplyAsync(
                        () ->
                                IntStream.range(0, 40)
                                        .mapToObj(n -> single("9" + n % 10))
                                        .filter(answer -> answer.status() == 200)
                                        .count());
        JsonNode real = told(imported("officer", "kpi-actuals", false, KPIS), 200);

        assertThat(meanwhile.join()).isEqualTo(40);
        long first = real.at("/firstPosition").asLong();
        for (long position = first; position < first + 3; position++) {
            assertThat(told(muniment.get("/api/ledger/events/" + position), 200).toString())
                    .contains(real.at("/id").asString());
        }
        assertThat(appended()).isEqualTo(before + 3 + 40);
    }

    @Test
    void aThingOfAnotherPlanOrOfNoneIsRefusedByName() {
        post(
                "admin",
                "/api/partnerships/pair/plans",
                Examples.PLAN.replace("\"plan\"", "\"other\"").replace("2026/27", "2027/28"),
                201);
        String row = "kpi,month,actual\nclaims,2026-04,99\n";

        JsonNode told =
                told(
                        muniment.upload(
                                "officer",
                                "/api/plans/other/imports?kind=kpi-actuals&dryRun=false",
                                "text/csv",
                                row.getBytes(UTF_8)),
                        409);

        assertThat(told.at("/rows/0/errors/0/message").asString())
                .isEqualTo("there is no kpi claims in the plan other");
    }

    @Test
    void aFileThatSaysTwoThingsOfOneMonthIsRefused() {
        String twice = "kpi,month,actual\nclaims,2026-04,99\nclaims,Apr-26,98\n";

        JsonNode told = told(imported("officer", "kpi-actuals", true, twice), 200);

        assertThat(told.at("/rows/1/rule").asString()).isEqualTo("said-twice");
        assertThat(told.at("/rows/1/errors/0/message").asString())
                .isEqualTo("row 2 speaks of claims in 2026-04 too");
    }

    @Test
    void everyKindNeedsTheRoleOfItsSingleCommands() {
        assertThat(imported("finance-officer", "kpi-actuals", true, KPIS).status()).isEqualTo(403);
        assertThat(imported("finance-officer", "projects", true, KPIS).status()).isEqualTo(403);
        assertThat(imported("officer", "budget-lines", true, KPIS).status()).isEqualTo(403);
        assertThat(imported("member", "kpi-actuals", true, KPIS).status()).isEqualTo(403);
        assertThat(imported("officer", "else", true, KPIS).status()).isEqualTo(400);
    }

    @Test
    void aFileMayBeLargerThanABodyButNotWithoutEnd() {
        String comment = "x".repeat(9_000);
        String file =
                "kpi,month,actual,comment\n" + ("unknown,2026-04,99," + comment + "\n").repeat(200);
        assertThat(imported("officer", "kpi-actuals", true, file).status()).isEqualTo(200);
        assertThat(imported("officer", "kpi-actuals", true, "x".repeat(10_500_000)).status())
                .isEqualTo(413);
    }

    @Test
    void whatIsNoFileOfCommandsIsRefusedWithItsPlace() {
        assertThat(message(imported("officer", "kpi-actuals", true, ""))).isEqualTo("is empty");
        assertThat(message(imported("officer", "kpi-actuals", true, "kpi,month,colour\n")))
                .startsWith("row 1, column C: \"colour\"");
        assertThat(
                        muniment.upload(
                                        "officer",
                                        "/api/plans/plan/imports?kind=kpi-actuals",
                                        "application/json",
                                        "{}".getBytes(UTF_8))
                                .status())
                .isEqualTo(415);
    }

    @Test
    void aSpreadsheetIsReadAsTheSameRows() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Quarter 1");
            List<String> headings = List.of("KPI", "Month", "Actual", "Comment");
            IntStream.range(0, 4).forEach(n -> sheet.value(0, n, headings.get(n)));
            sheet.value(1, 0, "claims");
            sheet.value(1, 1, "Apr-26");
            sheet.value(1, 2, new BigDecimal("95.25"));
            sheet.value(1, 3, "=cmd|' /C calc'!A0");
        }

        JsonNode told =
                told(
                        muniment.upload(
                                "officer",
                                "/api/plans/plan/imports?kind=kpi-actuals&dryRun=false",
                                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                                bytes.toByteArray()),
                        200);

        assertThat(told.at("/encoding").asString()).isEqualTo("XLSX");
        assertThat(told.at("/rows/0/does/0").asString()).isEqualTo("record 95.25 for 2026-04");
        assertThat(muniment.get("/api/kpis/claims/history").text()).contains("=cmd|' /C calc'!A0");
    }

    @Test
    void aTextThatWasExportedIsTheSameWhenItIsImported() {
        List<String> texts =
                List.of(
                        "=cmd|' /C calc'!A0",
                        "+1+2",
                        "-1+2",
                        "@SUM(A1)",
                        "\tindented",
                        "'quoted'",
                        "a \"b\"; c, d\ne",
                        "\uff1d1");
        StringBuilder file = new StringBuilder("kpi,month,actual,comment\n");
        for (int i = 0; i < texts.size(); i++) {
            String cell = CsvFile.cell(texts.get(i)).replace("\"", "\"\"");
            file.append("claims,2026-%02d,95,\"%s\"%n".formatted(i + 4, cell));
        }
        told(imported("officer", "kpi-actuals", false, file.toString()), 200);

        JsonNode events = told(muniment.get("/api/kpis/claims/history"), 200).at("/events");
        for (int i = 0; i < texts.size(); i++) {
            assertThat(events.get(i + 1).at("/payload/comment").asString()).isEqualTo(texts.get(i));
        }
    }

    @Test
    void aTemplateHasTheHeadingsAndARowForEveryKpi() {
        Answer template =
                muniment.get("officer", "/api/plans/plan/imports/template?kind=kpi-actuals");

        assertThat(template.text())
                .startsWith("\uFEFFkpi,title,month,actual,")
                .contains("claims,Planned time used,");
        JsonNode told = told(imported("officer", "kpi-actuals", true, template.text()), 200);
        assertThat(told.at("/counts/empty").asInt()).isEqualTo(2);
    }

    private static String thousandth(int row) {
        int kpi = (row - 2) / 10;
        int month = 4 + (row - 2) % 9;
        String where = "k" + kpi + ",2026-" + (month < 10 ? "0" : "") + month;
        if ((row - 2) % 10 == 9) {
            return "k" + kpi + ",2027-01,95,,";
        }
        return where + (row == 500 ? ",80,," : ",95,,");
    }

    private Answer single(String actual) {
        Answer answer =
                muniment.post(
                        "officer",
                        "/api/kpis/calls/actuals",
                        "{\"month\": \"2026-09\", \"actual\": \"" + actual + "\"}");
        // The import may come between reading the version and saying it.
        return answer.status() == 412 ? single(actual) : answer;
    }

    private void assertRecordedOnce(String client, String kind, String file, int events) {
        long before = appended();
        assertThat(told(imported(client, kind, false, file), 200).at("/events").asInt())
                .isEqualTo(events);
        JsonNode again = told(imported(client, kind, false, file), 200);
        assertThat(again.at("/events").asInt()).isZero();
        assertThat(again.at("/counts/unchanged").asInt())
                .isEqualTo(again.at("/counts/rows").asInt());
        assertThat(appended()).isEqualTo(before + events);
    }

    private static String message(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        return answer.json().at("/errors/0/message").asString();
    }

    private Answer imported(String client, String kind, boolean dryRun, String file) {
        return muniment.upload(
                client,
                "/api/plans/plan/imports?kind=" + kind + "&dryRun=" + dryRun,
                "text/csv",
                file.getBytes(UTF_8));
    }

    private Answer keyed(String key, String query, String file) {
        return muniment.upload(
                "officer",
                "/api/plans/plan/imports?kind=kpi-actuals&" + query,
                "text/csv",
                file.getBytes(UTF_8),
                "Idempotency-Key",
                key);
    }

    /**
     * Where the log would stand without the refusals, which are put on record by themselves and at
     * a time of their own.
     */
    private long appended() {
        try (Connection connection =
                        DriverManager.getConnection("jdbc:sqlite:" + data.resolve("muniment.db"));
                Statement sql = connection.createStatement();
                ResultSet count =
                        sql.executeQuery(
                                "SELECT count(*) FROM events WHERE type <> 'refusals.recorded'")) {
            return count.getLong(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void post(String client, String path, String body, int status) {
        assertThat(muniment.post(client, path, body).status()).isEqualTo(status);
    }

    private static JsonNode told(Answer answer, int status) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        return answer.json();
    }
}
