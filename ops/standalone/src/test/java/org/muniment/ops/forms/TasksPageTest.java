package org.muniment.ops.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.ops.Running;
import org.muniment.ops.Running.Answer;
import tools.jackson.databind.JsonNode;

/** What is wanted from whoever asks, over HTTP, in the demo's October of 2017. */
class TasksPageTest {
    private static final String PLAN = "/plans/bip-2017-18";

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
    void thePageAndTheApiListTheSameAndEachTaskLeadsToItsForm() {
        JsonNode tasks = muniment.get("officer", "/api" + PLAN + "/tasks").json().get("items");
        String page = muniment.get("officer", PLAN + "/tasks").text();

        assertThat(tasks).isNotEmpty();
        for (JsonNode task : tasks) {
            String form = task.get("form").asString();
            assertThat(page).contains("href=\"" + form + "\"");
            assertThat(muniment.get("officer", form).status()).as(form).isEqualTo(200);
        }
        assertThat(page).contains("What is wanted from you").contains("Since 1 October 2017");
    }

    @Test
    void everybodyIsAskedForTheirOwnAndMembersForNothing() {
        assertThat(kinds("officer")).contains("FIGURE");
        assertThat(kinds("finance-officer")).doesNotContain("FIGURE");
        assertThat(muniment.get("member", PLAN + "/tasks").status()).isEqualTo(403);
    }

    @Test
    void whoeverRecordsAFigureOfAFrozenMonthIsLedToItsRestatement() {
        String kpi =
                muniment.get("officer", "/api" + PLAN + "/tasks")
                        .json()
                        .get("items")
                        .valueStream()
                        .filter(task -> task.get("kind").asString().equals("FIGURE"))
                        .map(task -> task.get("subject").asString().replace("kpi:", "/kpis/"))
                        .findFirst()
                        .orElseThrow();

        Answer frozen = checked("officer", kpi + "/actuals", "month=2017-07&actual=95");
        Answer open = checked("officer", kpi + "/actuals", "month=2017-09&actual=many");

        assertThat(frozen.status()).as(frozen.text()).isEqualTo(409);
        assertThat(frozen.text())
                .contains("The figures of July 2017 are frozen")
                .contains("href=\"" + kpi + "/restatements?month=2017-07&amp;actual=95\"");
        assertThat(open.text()).contains("There is a problem").doesNotContain("/restatements");
    }

    @Test
    void aFindingIsOverriddenUnderWhatItSaysAndItsNameCannotBeChanged() {
        String form = PLAN + "/snapshots";
        Answer refused = checked("secretariat", form, "quarter=Q2");

        assertThat(refused.status()).as(refused.text()).isEqualTo(409);
        assertThat(refused.text())
                .contains("<input type=\"hidden\" name=\"overrides[0].finding\"")
                .containsPattern("Overdue without a new date: [^<]+: why it need not")
                .doesNotContain("type=\"text\" id=\"overrides-0-finding\"");
        assertThat(muniment.get("secretariat", form).text())
                .as("before the check nothing is listed")
                .doesNotContain("overrides[0]");
    }

    @Test
    void aPublicationNamesTheMeetingByItsDayAndTheFreezeLeadsToWhatIsConfirmed() {
        String form = "/snapshots/q1-2017-18/publication";
        Matcher meeting =
                Pattern.compile("<option value=\"([^\"]+)\">(December 2017)</option>")
                        .matcher(muniment.get("secretariat", form).text());
        assertThat(meeting.find()).isTrue();

        assertThat(checked("secretariat", form, "meeting=" + meeting.group(1)).text())
                .contains("The pack is published to the meeting of December 2017.")
                .doesNotContain("It takes the place of");
        assertThat(muniment.get("finance-officer", "/snapshots/q1-2017-18/confirmation").text())
                .contains("href=\"/api/snapshots/q1-2017-18/report.html\"")
                .contains("href=\"/snapshots/q1-2017-18#overrides\"");
    }

    @Test
    void aPackIsReplacedOnlyByALaterOneOfItsQuarter() {
        assertThat(muniment.get("secretariat", "/snapshots/q1-2017-18/supersession").text())
                .contains("<option value=\"\">Choose</option>")
                .doesNotContain("<option value=\"q");
    }

    private static Answer checked(String who, String page, String typed) {
        Matcher version =
                Pattern.compile("name=\"_version\" value=\"([0-9]+)\"")
                        .matcher(muniment.get(who, page).text());
        String known = version.find() ? "&_version=" + version.group(1) : "";
        return muniment.postForm(
                Running.basic(who, Running.SECRET),
                page,
                typed + "&_step=check&_key=some-key" + known);
    }

    private static String kinds(String who) {
        return muniment.get(who, "/api" + PLAN + "/tasks")
                .json()
                .findValuesAsString("kind")
                .toString();
    }
}
