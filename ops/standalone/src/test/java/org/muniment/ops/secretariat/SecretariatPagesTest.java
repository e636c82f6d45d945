package org.muniment.ops.secretariat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.ops.Running;
import org.muniment.ops.Running.Answer;
import tools.jackson.databind.JsonNode;

/** What the secretariat steers by: the forward plan, the quarters, and each pack. */
class SecretariatPagesTest {
    private static final String CONTACT = "access@council.example";
    private static final String QUARTERS = "/plans/bip-2017-18/quarters";
    private static final String MEETINGS = "/partnerships/chorley-south-ribble/meetings";
    private static final String PACK = "/snapshots/q1-2017-18";

    private static Running muniment;

    @BeforeAll
    static void play(@TempDir Path data) {
        muniment = Running.on(data, "demo", "--muniment.accessibility.contact=" + CONTACT);
    }

    @AfterAll
    static void stop() {
        muniment.close();
    }

    @Test
    void eachQuarterSaysHowFarItIsAndWhatStandsInItsWay() {
        JsonNode items = muniment.get("secretariat", "/api" + QUARTERS).json().get("items");

        assertThat(items.findValuesAsString("stage"))
                .containsExactly("PUBLISHED", "OPEN", "OPEN", "AHEAD");
        assertThat(items.at("/1/to").asString()).isEqualTo("2017-09-30");
        assertThat(items.at("/1/blocking"))
                .hasSameSizeAs(
                        muniment.get(
                                        "secretariat",
                                        "/api/plans/bip-2017-18/snapshots/draft?quarter=Q2")
                                .json()
                                .get("blocking"));
        assertThat(items.at("/0/snapshots/0/id").asString()).isEqualTo("q1-2017-18");

        assertThat(words("secretariat", QUARTERS))
                .contains("Q1, April 2017 to June 2017 Published Members have its pack.")
                .contains("Q2, July 2017 to September 2017 Open It is over.")
                .contains("Overdue without a new date: 1", "was to finish in May 2017")
                .contains("Reschedule the project, or report its completion.")
                .contains("Q4, January 2018 to March 2018 Not begun It begins on 1 January 2018.");
    }

    @Test
    void onAPastDayTheQuartersStandWhereTheyStoodThen() {
        assertThat(words("secretariat", QUARTERS + "?asOf=2017-09-07"))
                .contains("Q1, April 2017 to June 2017 Open It is over.")
                .contains("Q3, October 2017 to December 2017 Not begun")
                .doesNotContain("Members have its pack.");
    }

    @Test
    void membersDoNotSeeWhatIsInTheMaking() {
        assertThat(muniment.get("member", QUARTERS).status()).isEqualTo(403);
        assertThat(muniment.get("member", "/api" + QUARTERS).status()).isEqualTo(403);
        assertThat(words("member", MEETINGS))
                .contains("Due: Q2, figures to 30 September 2017")
                .doesNotContain("stand in the way");
    }

    @Test
    void theForwardPlanSaysWhatEachMeetingWasGivenAndIsDue() {
        assertThat(words("secretariat", MEETINGS))
                .contains("December 2017 Papers: Performance Management Report")
                .containsPattern(
                        "Due: Q2, figures to 30 September 2017 ?: open ?, 29 figures are missing,"
                                + " 9 other findings stand in the way")
                .contains("14 September 2017 at 6:00 pm")
                .contains("Pack of Q1, figures to 31 July 2017");
        assertThat(words("member", MEETINGS + "?asOf=2017-09-10"))
                .as("given to a meeting that is still to come")
                .containsSubsequence("To come", "Pack of Q1, figures to 31 July 2017", "Held");
        JsonNode items = muniment.get("member", "/api" + MEETINGS).json().get("items");
        assertThat(items.at("/0/due")).isEmpty();
        assertThat(items.at("/1/due/0/quarter").asString()).isEqualTo("Q2");
    }

    @Test
    void aPackSaysWhatBecameOfItAndWhatCameAfterIt() {
        assertThat(words("member", PACK))
                .contains("Pack of Q1, figures to 31 July 2017 State Published")
                .contains("Confirmed 8 September 2017 at 9:50 am, by finance-officer")
                .contains("to the meeting of 14 September 2017")
                .contains("% of remittances to suppliers by electronic means July 2017 98.2 98.1")
                .contains(
                        "A rate with a target of nothing No audit of a shared service was due by"
                                + " July",
                        "Completed before it started The start and finish printed are those")
                .doesNotContain("What happened to it")
                .doesNotContain("Nothing in it has been recorded");
        assertThat(words("auditor", PACK))
                .contains("What happened to it")
                .contains("Freeze confirmed finance-officer, as finance officer");
        assertThat(words("member", PACK + "?asOf=2017-09-14"))
                .contains("Nothing in it has been recorded or restated since it was frozen.");
    }

    @Test
    void aPackThatIsUnknownOrWasYetIsNotFound() {
        assertThat(muniment.get("auditor", "/snapshots/none").status()).isEqualTo(404);
        assertThat(muniment.get("auditor", PACK + "?asOf=2017-09-07").status()).isEqualTo(404);
    }

    @Test
    void anybodyReadsTheAccessibilityStatementAndWhomToTell() {
        Answer statement = muniment.getWith("/accessibility", "Accept", "text/html");

        assertThat(statement.status()).isEqualTo(200);
        assertThat(plain(statement))
                .contains("Accessibility statement for Muniment")
                .contains("write to or call: " + CONTACT)
                .contains("partially compliant")
                .contains("last tested on 21 November 2026");
    }

    private static String words(String client, String path) {
        Answer page = muniment.get(client, path);
        assertThat(page.status()).as(path).isEqualTo(200);
        return plain(page);
    }

    /** What a reader reads, without the page's elements. */
    private static String plain(Answer page) {
        return page.text()
                .replaceAll("<[^>]*>", " ")
                .replace("&#39;", "'")
                .replaceAll("\\s+", " ")
                .replaceAll(" ([,.:;])", "$1");
    }
}
