package org.muniment.ops.committee;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.ops.Running;
import org.muniment.ops.Running.Answer;

/** What members and the public read, of the year that the demo plays. */
class CommitteePagesTest {
    private static final String PLAN = "/plans/bip-2017-18";
    private static final String MEETING = "?asOf=2017-09-14&asAt=2017-07-31";
    private static final List<String> PAGES =
            List.of(PLAN, PLAN + "/trends", PLAN + "/changes", PLAN + "/compare", PLAN + "/packs");

    @TempDir private static Path data;
    private static Running muniment;

    @BeforeAll
    static void play() {
        muniment = Running.on(data, "demo");
    }

    @AfterAll
    static void stop() {
        muniment.close();
    }

    @Test
    void theDashboardBeginsWithWhatNeedsAttention() {
        String page = page("member", PLAN + MEETING);

        assertThat(page)
                .contains(
                        "Performance to 31 July 2017.",
                        "21 of the 24 key projects are completed or on track.",
                        "Of the 32 performance indicators 1 is red, 0 amber and 23 green; 8 are"
                                + " without a status.",
                        "The budget is forecast to be underspent by £0.033m.")
                .containsSubsequence(
                        "Indicators off target",
                        "Statutory Grant Claims and Returns to be submitted on time",
                        "16.67%",
                        "Projects off track or overdue",
                        "Review and update the Risk Management Frameworks at both Councils",
                        "December 2017, at first June 2017",
                        "May 2017 Overdue",
                        "Findings: what does not add up",
                        "the items add up to 0.031",
                        "Summaries",
                        "Green: on track 14 7 21",
                        "Amber 2 1 3",
                        "Red - - -",
                        "Not measured 1 7 8",
                        "Red targets",
                        "100% 83.33% 16.67%",
                        "Salaries Costs 1.393 1.362 0.031",
                        "Sub-total 1.592 1.558 0.034",
                        "Total 1.655 1.622 0.033",
                        "Appendix one: projects",
                        "Appendix two: performance indicators");
    }

    @Test
    void theEstimatedVariationsAreThoseOfThePackOfThatDayAndOfAnyOther() {
        String caption = "Estimated variations as at 31 July 2017, £m";
        String printed = page("member", "/api/snapshots/q1-2017-18/report.html");
        String then = page("member", PLAN + MEETING);
        String now = page("member", PLAN);

        assertThat(List.of(printed, then))
                .allSatisfy(
                        page ->
                                assertThat(page)
                                        .containsSubsequence(
                                                "a full-time post 0.024",
                                                "temporary staff 0.016",
                                                "Services Manager) (0.011)",
                                                "minor budget variations 0.002 Total 0.033",
                                                "The causes add up to 0.031, not 0.033."));
        assertThat(then).contains(caption);
        assertThat(now)
                .as("explained again on 5 October")
                .contains(
                        caption,
                        "a full-time post 0.026",
                        "minor budget variations 0.002 Total 0.033")
                .doesNotContain("The causes add up");
        assertThat(page("member", PLAN + "?asOf=2017-09-05"))
                .as("before it was explained")
                .doesNotContain("Estimated variations");
        assertThat(page("member", PLAN + "?asAt=2017-07-30"))
                .as("explained as at a later cut-off")
                .doesNotContain("Estimated variations");
    }

    @Test
    void aTrendIsDescribedInWordsAndHasItsTable() {
        String page = muniment.get("member", PLAN + MEETING).text();

        assertThat(page)
                .contains(
                        "Latest: 83.33% in July 2017 against a target of 100%, red.",
                        "The same figures as a table")
                .doesNotContain("style=");
        assertThat(muniment.get("member", PLAN + "/trends").text().split("<svg ", -1))
                .hasSize(1 + 24);
    }

    @Test
    void thePageOfAPastDayKnowsNothingOfLaterDays() {
        assertThat(page("member", PLAN + MEETING))
                .contains(" 98.2 ")
                .doesNotContain("restated, at first");
        assertThat(page("member", PLAN)).contains(" 98.1 July 2017 restated, at first 98.2");
        assertThat(page("member", PLAN + "?asOf=2017-04-03"))
                .contains(
                        "There are no key projects yet.",
                        "There are no performance indicators yet.",
                        "There are no red targets.",
                        "No projects yet.",
                        "Nothing has been published by then.",
                        "No indicators yet.",
                        "Nothing has been reported yet.")
                .doesNotContain("Nothing is red");
    }

    @Test
    void aFigureOlderThanTheCutOffHasItsMonth() {
        assertThat(page("member", PLAN + "?asOf=2017-09-14"))
                .contains("figures are older than September 2017.", "100% 83.33% July 2017");
        assertThat(page("member", PLAN + MEETING)).doesNotContain("older than");
    }

    @Test
    void aBudgetLinesAmountsLeadToWhyTheyAreSo() {
        assertThat(muniment.get("member", PLAN).text()).contains("/budget-lines/salaries#why");
    }

    @Test
    void onlyAPageOfNowIsBroughtUpToDate() {
        assertThat(muniment.get("member", PLAN).text()).contains("data-live=\"" + PLAN + "/live");
        assertThat(muniment.get("member", PLAN + MEETING).text()).doesNotContain("data-live");
    }

    @Test
    void whatChangedIsToldSinceTheLastMeetingUnlessOtherDaysAreAskedFor() {
        assertThat(page("member", PLAN + "/changes"))
                .contains("From the end of 14 September 2017, the day of the last meeting")
                .containsSubsequence(
                        "% of remittances to suppliers by electronic means",
                        "Actual changed 98.2 98.1",
                        "The explanation does not add up to the budget’s variance Gone");
        assertThat(page("member", PLAN + "/changes?from=2017-09-15&to=2017-09-16"))
                .contains("Nothing changed between these two days.");
        Answer backwards = muniment.get("member", PLAN + "/changes?from=2017-09-16&to=2017-06-01");
        assertThat(backwards.status()).isEqualTo(400);
        assertThat(backwards.text()).contains("must not be later than to");
    }

    @Test
    void beforeAnyMeetingEverythingChangedSinceThePlanWasAdopted() {
        assertThat(page("member", PLAN + "/changes?asOf=2017-06-14"))
                .contains("Everything since the plan was adopted, up to 14 June 2017.", "New");
    }

    @Test
    void twoDaysStandSideBySideAndWhatIsTheSameIsShownWhenAsked() {
        String differing = page("member", PLAN + "/compare?one=2017-09-14&other=2017-10-06");
        String all = page("member", PLAN + "/compare?one=2017-09-14&other=2017-10-06&all=true");

        assertThat(differing)
                .contains("14 September 2017 and 6 October 2017, each as it was known")
                .contains("Actual changed 98.2 98.1")
                .doesNotContain("Salaries Costs");
        assertThat(all).contains("Salaries Costs", "Actual changed 98.2 98.1");
        assertThat(page("member", PLAN + "/compare?one=2017-08-01&other=2017-09-14"))
                .contains("14 changed");
    }

    @Test
    void packsAreListedByMeetingWithWhatWasCorrectedSince() {
        assertThat(page("member", PLAN + "/packs"))
                .containsSubsequence(
                        "Meeting of 14 September 2017",
                        "Q1, figures to 31 July 2017 In force",
                        "Published on 8 September 2017 at 10:00 am.",
                        "1 figure of its months was recorded or corrected since",
                        "98.2 98.1");
        assertThat(page("member", PLAN + "/packs?asOf=2017-09-07"))
                .contains("Nothing had been published by then.");
    }

    @Test
    void anybodyReadsWhatWasPublishedWithoutSigningIn() {
        assertThat(text(muniment.anonymously("/published")))
                .containsSubsequence(
                        "Chorley and South Ribble Shared Services Partnership",
                        "Meeting of 14 September 2017",
                        "Business Improvement Plan 2017/18: Q1, figures to 31 July 2017");
        assertThat(text(muniment.anonymously("/published/q1-2017-18")))
                .contains(
                        "published on 8 September 2017 for the meeting of 14 September 2017.",
                        "Statutory Grant Claims and Returns to be submitted on time 100 83.33"
                                + " 16.67",
                        "Report as a PDF")
                .doesNotContain("superseded");
        assertThat(text(muniment.anonymously("/open-data")))
                .contains("target_to_date What the figure was judged against")
                .doesNotContain("Licence:");
    }

    @Test
    void whatIsForReadersOfThePlanIsForNobodyElse() {
        for (String path : PAGES) {
            assertThat(muniment.anonymously(path).status()).as(path).isEqualTo(401);
        }
        assertThat(muniment.anonymously("/published/no-such-pack").status()).isEqualTo(401);
        assertThat(muniment.get("member", "/published/no-such-pack").status()).isEqualTo(404);
        assertThat(muniment.get("member", "/plans/no-such-plan/packs").status()).isEqualTo(404);
    }

    private static String page(String client, String path) {
        Answer answer = muniment.get(client, path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return text(answer);
    }

    /** As it is read: without tags, and with single spaces. */
    private static String text(Answer page) {
        assertThat(page.status()).isEqualTo(200);
        return page.text()
                .replaceAll("<[^>]*>", " ")
                .replace("&#39;", "'")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ")
                .replace(" ,", ",")
                .replace(" .", ".");
    }
}
