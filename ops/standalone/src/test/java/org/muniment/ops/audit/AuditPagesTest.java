package org.muniment.ops.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muniment.ops.Patience.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.ops.Running;
import org.muniment.ops.Running.Answer;
import org.muniment.ops.ledger.SealedLog;
import tools.jackson.databind.JsonNode;

/** The auditor's pages over the demo's year, and the answers they are made from. */
class AuditPagesTest {
    private static final String PLAN = "/plans/bip-2017-18";

    private static Running muniment;

    @BeforeAll
    static void play(@TempDir Path data) {
        muniment = Running.on(data, "demo");
        long end = muniment.get("/api" + PLAN + "/replay").json().at("/last").asLong();
        muniment.bean("sealedLog", SealedLog.class).requireSealed(end, Duration.ofSeconds(30));
    }

    @AfterAll
    static void stop() {
        muniment.close();
    }

    @Test
    void anIndicatorsPageShowsItsFiguresAndWhyTheyAreSo() {
        assertThat(page("member", "/kpis/grant-claims?asOf=2017-09-14&asAt=2017-07-31"))
                .contains(
                        "Statutory Grant Claims and Returns to be submitted on time",
                        "Why these figures",
                        "83.33 is 16.67 below the target of 100; more than 5% of the target (5.00)"
                                + " below is RED.",
                        "Sealed: its proof was checked now, against the log at size",
                        "This page shows what was known")
                .doesNotContain("Every event of this indicator", "Record an actual")
                .doesNotContain("Nothing has been recorded yet");
        assertThat(page("auditor", "/kpis/grant-claims")).contains("Every event of this indicator");
    }

    @Test
    void aRestatedFigureStandsBesideTheOneReported() {
        assertThat(page("member", "/kpis/electronic-remittances"))
                .contains("restated; first reported as", "98.2", "98.1");
        assertThat(page("member", "/kpis/electronic-remittances?asOf=2017-09-14"))
                .doesNotContain("98.1");
    }

    @Test
    void projectsAndBudgetLinesHaveTheirPages() {
        assertThat(page("member", "/projects/closure-of-accounts"))
                .contains("Why it stands so", "It was added with the finish May 2017.");
        assertThat(page("member", "/budget-lines/salaries"))
                .contains("Why these amounts", "1.393 - 1.362 = 0.031, an underspend.");
        for (String none : List.of("/kpis/none", "/projects/none", "/budget-lines/none")) {
            assertThat(muniment.get("member", none).status()).as(none).isEqualTo(404);
        }
        assertThat(muniment.get("member", "/kpis/grant-claims?asOf=2017-04-04").status())
                .as("before it was defined")
                .isEqualTo(404);
    }

    @Test
    void aTotalListsWhatItCountsAndLinksIt() {
        assertThat(page("member", PLAN + "/why?figure=kpis.SFS.red&asOf=2017-09-14"))
                .contains(
                        "Shared Financial Services: 1 of 18 indicators are RED as at 14 September"
                                + " 2017.",
                        "/kpis/grant-claims?asOf=2017-09-14");
    }

    @Test
    void theTrailIsSearchedByPersonThingKindAndDay() {
        assertThat(positions("by=finance-officer&type=budget-line.approved")).hasSize(8);
        assertThat(positions("thing=grant-claims")).hasSize(2);
        assertThat(positions("thing=kpi:grant-claims&type=kpi.defined")).hasSize(1);
        assertThat(positions("by=nobody")).isEmpty();
        assertThat(positions("from=2017-10-05&to=2017-10-05")).hasSize(2);
        assertThat(positions("from=2017-10-06")).isEmpty();
        assertThat(positions("to=2017-04-03")).hasSize(1);
        Answer unknown = muniment.get("/api" + PLAN + "/events?type=none");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.json().at("/errors/0/field").asString()).isEqualTo("type");
        assertThat(muniment.get("/api" + PLAN + "/events?from=2017-10-06&to=2017-10-05").status())
                .isEqualTo(400);
    }

    @Test
    void theTrailsPageTellsEventsInPlainWordsAndGoesOn() {
        String page = page("auditor", PLAN + "/trail?by=officer&type=kpi.actual-recorded");
        assertThat(page)
                .contains(
                        "Actual recorded",
                        "83.33 was recorded for July 2017 and judged RED against 100.",
                        "8 August 2017 at",
                        "&quot;actual&quot;:&quot;83.33&quot;",
                        "/api/plans/bip-2017-18/events.csv?by=officer&amp;type=kpi.actual-recorded",
                        "Its proof<span class=\"govuk-visually-hidden\">: event ",
                        "That is the end of what was found.");
        assertThat(page("auditor", PLAN + "/trail"))
                .contains("Go on searching")
                .doesNotContain("Nothing of the kind is on record");
        assertThat(page("auditor", PLAN + "/trail?by=nobody"))
                .contains("Nothing of the kind is on record");
        assertThat(page("auditor", PLAN + "/trail?type=none")).contains("There is a problem");
        assertThat(muniment.get("member", PLAN + "/trail").status()).isEqualTo(403);
    }

    @Test
    void whatWasFoundCanBeTakenAwayAsATable() {
        Answer file = muniment.get("/api" + PLAN + "/events.csv?thing=grant-claims");

        assertThat(file.header("Content-Type")).startsWith("text/csv");
        assertThat(file.header("Link")).isNull();
        assertThat(file.text().lines()).hasSize(3);
        assertThat(file.text())
                .startsWith("position,recordedAt,type,subject,by,role,onBehalfOf,reason,what,")
                .contains("83.33 was recorded for July 2017 and judged RED against 100.");
    }

    @Test
    void aReplayStepsThroughEveryEventAndRecordsNothing() {
        String replay = "/api" + PLAN + "/replay";
        JsonNode last = muniment.get(replay).json();
        long before =
                muniment.get("/api" + PLAN + "/events?limit=1000").json().get("events").size();
        JsonNode step = muniment.get(replay + "?position=" + last.get("first")).json();
        assertThat(step.has("previous")).isFalse();
        int steps = 1;
        long changed = 0;
        while (step.has("next")) {
            JsonNode next = muniment.get(replay + "?position=" + step.get("next")).json();
            assertThat(next.get("previous").asLong())
                    .isEqualTo(step.at("/event/position").asLong());
            changed += next.get("changes").size();
            step = next;
            steps++;
        }
        assertThat(step.at("/event/position").asLong()).isEqualTo(last.get("last").asLong());
        assertThat(steps).isEqualTo(before).isGreaterThan(100);
        assertThat(changed).isGreaterThan(200);
        assertThat(muniment.get("/api" + PLAN + "/events?limit=1000").json().get("events"))
                .hasSize((int) before);
    }

    @Test
    void theReplaysPageMarksWhatAnEventChanged() {
        long restated = positions("type=kpi.actual-restated").get(0);
        assertThat(page("auditor", PLAN + "/replay?position=" + restated))
                .contains(
                        "<del>98.2</del>",
                        "<ins>98.1</ins>",
                        "Only you see this. Nothing is recorded",
                        "The figure of July 2017 was restated from 98.2 as 98.1");
        assertThat(muniment.get("/api" + PLAN + "/replay?position=1").status())
                .as("before the plan")
                .isEqualTo(404);
        assertThat(muniment.get("/api" + PLAN + "/replay?position=99999").status()).isEqualTo(400);
        assertThat(page("auditor", PLAN + "/replay?position=" + restated + "&asOf=2017-09-14"))
                .as("a day chosen in the frame")
                .doesNotContain("<ins>98.1</ins>");
    }

    @Test
    void anotherToleranceIsSupposedAndMarkedSo() {
        String ifs = "/what-if?asOf=2017-09-14&asAt=2017-07-31&amberWithinPercent=";
        JsonNode whatIf = muniment.get("/api" + PLAN + ifs + "20").json();
        assertThat(whatIf.get("hypothetical").asBoolean()).isTrue();
        assertThat(whatIf.at("/onRecord/red").asLong()).isEqualTo(1);
        assertThat(whatIf.at("/supposed/red").asLong()).isZero();
        assertThat(whatIf.at("/differing/0/id").asString()).isEqualTo("grant-claims");
        assertThat(page("auditor", PLAN + ifs + "20"))
                .contains("Supposed, not on record.", "/kpis/grant-claims?asOf=2017-09-14");
        assertThat(page("auditor", PLAN + ifs + "5"))
                .contains("None: every figure would have the status it has.");
        assertThat(page("auditor", PLAN + ifs + "many")).contains("There is a problem");
        assertThat(page("auditor", PLAN + ifs + "101")).contains("must lie between 0 and 100");
        assertThat(
                        muniment.get("/api" + PLAN + ifs + "101")
                                .json()
                                .at("/errors/0/field")
                                .asString())
                .isEqualTo("amberWithinPercent");
    }

    @Test
    void whatMembersSawIsAPageThatProvesItself() {
        String pack = muniment.get("/api/snapshots/q1-2017-18").json().get("sha256").asString();

        assertThat(page("member", PLAN + "/seen?on=2017-09-14"))
                .contains(
                        "What did members see on",
                        "14 September 2017",
                        pack,
                        "of 14 September 2017</span>, on",
                        "figure of July 2017, restated",
                        "<del>98.2</del>",
                        "<ins>98.1</ins>",
                        "Sealed: its proof was checked now",
                        "ops/verify evidence.zip --policy policy.txt")
                .doesNotContain("No pack had been published by then");
        assertThat(page("member", PLAN + "/seen?on=2017-06-30"))
                .contains("No pack had been published by then")
                .contains("No member opened anything here on that day.");
        assertThat(page("member", PLAN + "/seen?on=2017-06-30&asOf=2017-09-14"))
                .as("the day chosen in the frame")
                .contains(pack);
        assertThat(page("member", PLAN + "/seen?on=jc-2017-09")).contains(pack);
        assertThat(page("member", PLAN + "/seen")).contains("6 October 2017");
        assertThat(muniment.get("member", PLAN + "/seen?on=never").status()).isEqualTo(400);
    }

    @Test
    void theWholeLogIsVerifiedInTheBackground() {
        assertThat(page("auditor", "/ledger")).contains("The ledger and its proof", "Root");

        assertThat(muniment.post("auditor", "/api/ledger/verification", "").status())
                .isEqualTo(202);
        await().untilAsserted(
                        () ->
                                assertThat(
                                                muniment.get("/api/ledger/verification")
                                                        .json()
                                                        .get("state")
                                                        .asString())
                                        .isEqualTo("PASSED"));

        JsonNode result = muniment.get("/api/ledger/verification").json();
        assertThat(result.get("checked")).isEqualTo(result.get("size"));
        assertThat(page("auditor", "/ledger")).contains("Verified.", result.get("root").asString());
        assertThat(muniment.get("auditor", "/ledger?part=verification").text())
                .contains("Verified.")
                .doesNotContain("<html");
        assertThat(muniment.get("officer", "/ledger").status()).isEqualTo(403);
    }

    @Test
    void theLogOfAnEarlierDayIsProvedToBeTheBeginning() {
        assertThat(page("auditor", "/ledger?from=2017-06-30"))
                .contains("Nothing was taken back.", "From the end of");
        assertThat(page("auditor", "/ledger?from=3&to=5")).contains("Nothing was taken back.");
        assertThat(page("auditor", "/ledger?from=5&to=3")).contains("There is a problem");
        assertThat(page("auditor", "/ledger?from=soon")).contains("There is a problem");
        assertThat(page("auditor", "/ledger?from=3&to=99999")).contains("the log is sealed up to");
    }

    @Test
    void aSelfAuditIsRunAndItsResultShown() {
        muniment.postForm(Running.basic("auditor", Running.SECRET), "/self-audits", "");

        assertThat(page("auditor", "/self-audits"))
                .contains("Every pack agrees", "q1-2017-18")
                .doesNotContain("None was run yet");
    }

    private static String page(String who, String path) {
        Answer answer = muniment.get(who, path);
        assertThat(answer.status()).as(path + "\n" + answer.text()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/html");
        return answer.text();
    }

    private static List<Long> positions(String search) {
        Answer answer = muniment.get("/api" + PLAN + "/events?limit=1000&" + search);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json()
                .get("events")
                .valueStream()
                .map(event -> event.get("position").asLong())
                .toList();
    }
}
