package org.muniment.ops.freeze;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.kernel.words.Sha256;
import org.muniment.ops.Patience;
import org.muniment.ops.Running;
import org.muniment.ops.Running.Answer;
import tools.jackson.databind.JsonNode;

/** What members saw on 14 September 2017: the same bytes, whatever has happened since. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SeenTest {
    private static final String PLAN = "/api/plans/bip-2017-18";
    private static final String PACK = "/api/snapshots/q1-2017-18";
    private static final List<String> FORMS =
            List.of("/content", "/report.html", "/report.pdf", "/report.csv", "/report.xlsx");

    @TempDir private static Path data;
    private static Running muniment;
    private static Map<String, Sha256> given;

    @BeforeAll
    static void play() {
        muniment = Running.on(data, "demo");
        given = bytesOfAllForms();
    }

    @AfterAll
    static void stop() {
        muniment.close();
    }

    @Test
    @Order(1)
    void thePackOfThatDayHasTheTotalAsPrintedAndTheFindingBesideIt() {
        JsonNode seen = seen("2017-09-14");
        JsonNode publication = seen.at("/publications/0");
        Answer content = muniment.get(publication.get("href").asString());
        JsonNode pack = content.json();

        assertThat(seen.at("/instant").asString()).isEqualTo("2017-09-14T23:00:00Z");
        assertThat(publication.get("meeting").asString()).isEqualTo("jc-2017-09");
        assertThat(Sha256.of(content.text())).hasToString(publication.get("sha256").asString());
        assertThat(pack.at("/variation/total").asString()).isEqualTo("0.033");
        assertThat(pack.at("/variation/sum").asString()).isEqualTo("0.031");
        assertThat(pack.at("/findings"))
                .filteredOn(it -> it.get("id").asString().equals("variation-does-not-reconcile"))
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.get("stated").asString()).isEqualTo("0.033");
                            assertThat(it.get("computed").asString()).isEqualTo("0.031");
                            assertThat(it.get("overridden").asString()).isNotEmpty();
                        });
        assertThat(seen.at("/dashboard/findings"))
                .anySatisfy(it -> assertThat(it.get("computed").asString("")).isEqualTo("0.031"));
    }

    @Test
    @Order(2)
    void whatWasCorrectedSinceStandsBesideIt() {
        JsonNode since = seen("2017-09-14").get("since");

        assertThat(since).hasSize(2);
        assertThat(since.get(0).get("subject").asString()).isEqualTo("kpi:electronic-remittances");
        assertThat(since.get(0).get("before").asString()).isEqualTo("98.2");
        assertThat(since.get(0).get("after").asString()).isEqualTo("98.1");
        assertThat(since.get(1).get("after").asString()).startsWith("0.026 + 0.016");
        assertThat(seen("2017-10-06").get("since")).isEmpty();
    }

    @Test
    @Order(3)
    void theDayBeforeItsPublicationNothingWasInForce() {
        assertThat(seen("2017-09-07").get("publications")).isEmpty();
        assertThat(seen("2017-09-08T08:59:59Z").get("publications")).isEmpty();
        assertThat(seen("jc-2017-09").get("publications")).hasSize(1);
    }

    @Test
    @Order(4)
    void aQuestionThatNamesNoMomentIsToldSo() {
        assertThat(muniment.get(PLAN + "/seen").status()).isEqualTo(400);
        for (String on : List.of("", "someday", "jc-2017-12", "2017-02-30")) {
            Answer answer = muniment.get(PLAN + "/seen?on=" + on);
            assertThat(answer.status()).as(on).isEqualTo(400);
            assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("on");
        }
    }

    @Test
    @Order(5)
    void theReportSaysWhatThePaperSaid() {
        String report = muniment.get(PACK + "/report.html").text();

        assertThat(report)
                .contains("21 of the 24 key projects for this year have been completed")
                .contains("plans are in place to address the remaining 3")
                .contains("1 of the 32 performance measures")
                .contains(
                        "under-spend against its budget by the end of the financial year of £0.033m")
                .contains("There are no red projects for Shared Financial Services.")
                .contains("83.33%", "16.67%", "(0.002)", "(1.25)%", "(0.011)")
                .contains("the causes listed leave £0.002m of employee costs out")
                .contains("covers the first 4 months of the year")
                .contains(given.get("/content").toString())
                .doesNotContain("null", "98.1%");
    }

    @Test
    @Order(6)
    void whatAMemberIsGivenIsOnRecord() {
        Sha256 page = Sha256.of(muniment.bytes("member", PACK + "/report.html"));

        assertThat(page).isEqualTo(given.get("/report.html"));
        assertThat(Patience.await().until(SeenTest::served, items -> !items.isEmpty()))
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.get("sha256").asString()).isEqualTo(page.toString());
                            assertThat(it.get("reader").asString()).isEqualTo("member");
                            assertThat(it.get("snapshot").asString()).isEqualTo("q1-2017-18");
                        });
        assertThat(muniment.get("member", PLAN + "/servings").status()).isEqualTo(403);
    }

    @Test
    @Order(7)
    void theLogStillGivesThePack() {
        assertThat(muniment.post("auditor", "/api/operations/self-audits", "").status())
                .isEqualTo(201);
        JsonNode run = muniment.get("/api/operations/self-audits").json().at("/items/0");

        assertThat(run.get("agrees").asBoolean()).isTrue();
        assertThat(run.get("snapshots")).hasSize(1);
        JsonNode health = muniment.get("/actuator/health").json();
        assertThat(health.at("/components/selfAuditHealth/status").asString()).isEqualTo("UP");
    }

    /** Until then an event is shown without its leaf. */
    private static void awaitSealed(long position) {
        String proof = "/api/ledger/events/" + position + "/proof";
        Patience.await().until(() -> muniment.get(proof).status() == 200);
    }

    @Test
    @Order(8)
    void laterCorrectionsRestartsTimeZonesAndLanguagesChangeNoByte() {
        Answer restated =
                muniment.post(
                        "officer",
                        "/api/kpis/grant-claims/restatements",
                        "{\"month\":\"2017-07\",\"actual\":\"87.50\",\"reason\":\"One was on time\"}");
        awaitSealed(restated.json().get("position").asLong());
        Map<String, String> before = settledAnswers();
        TimeZone zone = TimeZone.getDefault();
        Locale language = Locale.getDefault();
        try {
            muniment.close();
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            muniment = Running.on(data, "demo");

            assertThat(bytesOfAllForms()).isEqualTo(given);
            assertThat(settledAnswers()).isEqualTo(before);
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(language);
        }
    }

    /** The read models are in memory: after a restart every answer comes from the log alone. */
    private static Map<String, String> settledAnswers() {
        Map<String, String> answers = new LinkedHashMap<>();
        for (String path :
                List.of(
                        PLAN + "/seen?on=2017-09-14",
                        PLAN + "/seen?on=jc-2017-09",
                        PLAN + "/dashboard?asOf=2017-09-14&asAt=2017-07-31",
                        PLAN + "/changes?from=2017-06-01&to=2017-10-05",
                        PLAN + "/events?limit=1000",
                        PLAN + "/snapshots?asOf=2017-10-05",
                        PLAN + "/restatements?asOf=2017-10-05",
                        PLAN + "/servings?on=2017-10-06T08:59:00Z",
                        PACK,
                        PACK + "/history",
                        "/api/partnerships",
                        "/api/partnerships/chorley-south-ribble/meetings?asOf=2017-10-05",
                        "/api/operations/self-audits")) {
            answers.put(path, muniment.get(path).text());
        }
        return answers;
    }

    private static JsonNode served() {
        return muniment.get(PLAN + "/servings").json().get("items");
    }

    private static JsonNode seen(String on) {
        return muniment.get(PLAN + "/seen?on=" + on).json();
    }

    private static Map<String, Sha256> bytesOfAllForms() {
        Map<String, Sha256> forms = new LinkedHashMap<>();
        for (String form : FORMS) {
            forms.put(form, Sha256.of(muniment.bytes("auditor", PACK + form)));
        }
        return forms;
    }
}
