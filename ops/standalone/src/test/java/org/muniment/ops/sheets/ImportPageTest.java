package org.muniment.ops.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.ops.Running;
import org.muniment.ops.Running.Answer;
import org.muniment.ops.http.Examples;
import org.muniment.ops.signin.Browser;

/** A sheet is uploaded once, looked over row by row, and recorded. */
class ImportPageTest {
    private static final String PAGE = "/plans/plan/imports";
    private static final String TYPE = "multipart/form-data; boundary=edge";
    private static final Pattern SHEET = Pattern.compile("name=\"sheet\" value=\"([^\"]+)\"");

    @TempDir private static Path data;
    private static Running muniment;

    @BeforeAll
    static void start() {
        muniment = Running.on(data, "demo-people");
        muniment.post("admin", "/api/partnerships", Examples.PARTNERSHIP);
        muniment.post("admin", "/api/partnerships/pair/plans", Examples.PLAN);
        for (String kpi : new String[] {"one", "two", "three", "four"}) {
            muniment.post("officer", "/api/plans/plan/kpis", Examples.kpi(kpi));
        }
    }

    @AfterAll
    static void stop() {
        muniment.close();
    }

    @Test
    void theRowsAreShownBeforeAnythingIsRecordedAndThenRecordedOnce() {
        Browser officer = as("officer");
        assertThat(officer.open(PAGE).text()).contains("Import a sheet").contains("template?kind=");

        Answer rows = upload(officer, "kpi-actuals", "kpi,month,actual\none,2026-07,95\n");

        assertThat(rows.status()).as(rows.text()).isEqualTo(200);
        assertThat(rows.text())
                .contains("Nothing is on record yet.")
                .contains("Record this row")
                .contains(">Would be recorded<", "record 95 for July 2026")
                .contains("Green");
        assertThat(version("one")).isEqualTo(1);
        Map<String, String> record = Map.of("sheet", sheetIn(rows));
        Answer recorded = officer.submit(PAGE, record);
        assertThat(recorded.status()).isEqualTo(303);
        assertThat(version("one")).isEqualTo(2);
        assertThat(officer.follow(recorded).text()).contains("It is on record, at position");
        assertThat(officer.submit(PAGE, record).status()).isEqualTo(303);
        assertThat(version("one")).isEqualTo(2);
    }

    @Test
    void whatIsWrongIsToldByRowAndColumnAndNothingCanBeRecorded() {
        Browser officer = as("officer");
        officer.open(PAGE);

        Answer rows =
                upload(
                        officer,
                        "kpi-actuals",
                        "kpi,month,actual\ntwo,2026-07,95\n<b>two,2026-13,many\n");

        assertThat(rows.text())
                .contains("<title>Error: Check the sheet – Muniment</title>")
                .contains("1 of the rows cannot be recorded, so none is.")
                .contains("month: ")
                .doesNotContain("<b>two")
                .doesNotContain("name=\"sheet\"");
        assertThat(version("two")).isEqualTo(1);
    }

    @Test
    void whatIsMissingIsAskedFor() {
        Browser officer = as("officer");
        officer.open(PAGE);

        Answer page = upload(officer, "", "");

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.text())
                .contains("Error: Import a sheet")
                .contains("Select what the sheet holds")
                .contains("Select a sheet that is not empty");
    }

    @Test
    void onlyTheKindsThatSomebodyMaySendAreOffered() {
        assertThat(as("officer").open(PAGE).text())
                .contains("value=\"kpi-actuals\"")
                .doesNotContain("value=\"budget-lines\"");
        assertThat(as("finance-officer").open(PAGE).text())
                .contains("value=\"budget-lines\"")
                .doesNotContain("value=\"kpi-actuals\"");
    }

    @Test
    void whatCanBeGivenIsListedInWords() {
        Browser officer = as("officer");
        officer.open(PAGE);

        assertThat(
                        upload(
                                        officer,
                                        "kpi-actuals",
                                        "kpi,month,notMeasured\ntwo,2026-07,perhaps\n")
                                .text())
                .contains("must be one of annual, half yearly, not yet defined");
    }

    @Test
    void aSheetIsItsOwnersAndOfItsPlan() {
        Browser officer = as("officer");
        officer.open(PAGE);
        String sheet =
                sheetIn(upload(officer, "kpi-actuals", "kpi,month,actual\nthree,2026-07,95\n"));
        Browser other = as("head-of-service");
        other.open(PAGE);

        Answer refused = other.submit(PAGE, Map.of("sheet", sheet));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("choose it again");
        assertThat(version("three")).isEqualTo(1);
    }

    @Test
    void whoeverMayNotSendThatKindIsToldSo() {
        Browser finance = as("finance-officer");
        finance.open(PAGE);

        Answer refused = upload(finance, "kpi-actuals", "kpi,month,actual\none,2026-07,9\n");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(as("member").open(PAGE).status()).isEqualTo(403);
    }

    @Test
    void withoutTheTokenOfThePageNothingIsTaken() {
        Browser officer = as("officer");
        officer.open(PAGE);

        Answer refused =
                officer.upload(
                        PAGE,
                        TYPE,
                        form("forged", "kpi-actuals", "kpi,month,actual\none,2026-07,9"));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(version("four")).isEqualTo(1);
    }

    @Test
    void nobodysFileIsReadBeforeTheySignInNorAtAnyOtherAddress() {
        byte[] file = form("x", "kpi-actuals", "kpi,month,actual\none,2026-07,9\n");
        Browser stranger = Browser.at(muniment);
        stranger.open("/");
        byte[] withToken = form(stranger.token(), "kpi-actuals", "x");

        assertThat(stranger.upload(PAGE, TYPE, withToken).status())
                .as("the token is in the body, which is not read")
                .isEqualTo(403);
        assertThat(Browser.at(muniment).upload(PAGE, TYPE, file).status()).isEqualTo(401);
        assertThat(muniment.upload("officer", "/api" + PAGE, TYPE, file).status()).isEqualTo(415);
        assertThat(muniment.upload("officer", "/api/kpis/four/actuals", TYPE, file).status())
                .isEqualTo(415);
        Browser officer = as("officer");
        officer.open("/kpis/four/actuals");
        byte[] forged = form(officer.token(), "kpi-actuals", "x");
        assertThat(officer.upload("/kpis/four/actuals", TYPE, forged).status()).isEqualTo(403);
    }

    @Test
    void aFileThatIsTooLargeIsRefusedClearly() {
        Browser officer = as("officer");
        officer.open(PAGE);

        Answer refused = upload(officer, "kpi-actuals", "x".repeat(10 * 1024 * 1024 + 100));

        assertThat(refused.status()).as(refused.text()).isIn(400, 413);
    }

    @Test
    void aProgramThatSignsInByAHeaderCanUseThePage() {
        Answer rows =
                muniment.upload(
                        "officer",
                        PAGE,
                        TYPE,
                        form("", "kpi-actuals", "kpi,month,actual\nfour,2026-07,95\n"));

        assertThat(rows.status()).as(rows.text()).isEqualTo(200);
        assertThat(rows.header("Set-Cookie")).isNull();
    }

    private static Answer upload(Browser browser, String kind, String sheet) {
        return browser.upload(PAGE, TYPE, form(browser.token(), kind, sheet));
    }

    private static byte[] form(String token, String kind, String sheet) {
        return """
                --edge\r
                Content-Disposition: form-data; name="_csrf"\r
                \r
                %s\r
                --edge\r
                Content-Disposition: form-data; name="kind"\r
                \r
                %s\r
                --edge\r
                Content-Disposition: form-data; name="file"; filename="sheet.csv"\r
                Content-Type: text/csv\r
                \r
                %s\r
                --edge--\r
                """
                .formatted(token, kind, sheet)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String sheetIn(Answer page) {
        Matcher sheet = SHEET.matcher(page.text());
        assertThat(sheet.find()).as(page.text()).isTrue();
        return sheet.group(1);
    }

    private static Browser as(String who) {
        Browser browser = Browser.at(muniment);
        browser.signIn("/", who, Running.SECRET);
        return browser;
    }

    private static long version(String kpi) {
        return muniment.get("/api/kpis/" + kpi).json().get("version").asLong();
    }
}
