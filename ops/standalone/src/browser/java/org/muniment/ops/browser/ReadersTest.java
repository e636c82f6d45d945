package org.muniment.ops.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.ops.Running;

/** Those who read, from the first page to the answer they came for. */
@InBrowser
class ReadersTest {
    private static Running muniment;
    private static Chromium chromium;

    @BeforeAll
    static void play(@TempDir Path data, Chromium browser) {
        muniment = Running.on(data, "demo");
        chromium = browser;
    }

    @AfterAll
    static void stop() {
        muniment.close();
    }

    @Test
    void aMemberGoesBackToTheDayOfTheMeetingAndAsksWhyAFigureIsRed() {
        try (Visitor member = chromium.visitor(muniment.address()).signIn("member")) {
            member.sees("What needs attention");

            member.page().getByText("Choose another day").click();
            member.fill("What was known at the end of", "2017-09-14");
            member.fill("Figures to (the cut-off)", "2017-07-31");
            member.press("Show");
            member.sees("This page shows what was known at the end of 14 September 2017");
            member.sees("21 of the 24 key projects");

            member.follow("83.33%");
            member.sees("Why these figures");
            member.sees("Status: Red");
            member.sees("83.33 is 16.67 below the target of 100");
            assertThat(member.page().url()).contains("/kpis/", "asOf=2017-09-14");
        }
    }

    @Test
    void anAuditorFindsWhatMembersSawReplaysSupposesAndVerifies() {
        try (Visitor auditor = chromium.visitor(muniment.address()).signIn("auditor")) {
            auditor.follow("What members saw");
            auditor.fill("Another day", "2017-09-14");
            auditor.press("Show");
            auditor.sees("What did members see on 14 September 2017?");
            auditor.sees("Corrected since");
            auditor.sees("98.2");
            auditor.sees("98.1");

            auditor.open("/");
            auditor.follow("Replay event by event");
            auditor.sees("Only you see this.");
            auditor.fill("Go to the event at position", "164");
            auditor.press("Go");
            auditor.sees("The plan after event 164");
            auditor.follow("Previous");
            auditor.sees("The plan after event 163");

            auditor.open("/");
            auditor.follow("What if the tolerance were another");
            auditor.fill("Amber up to so many per cent off target", "20");
            auditor.press("Suppose");
            auditor.sees("Supposed, not on record.");
            auditor.open("/");
            auditor.follow("Ledger and its proof");
            auditor.press("Verify the whole log");
            auditor.sees("Verified.");
        }
    }

    @Test
    void anybodyReadsWhatWasPublishedAndTakesItsFiguresAway() {
        try (Visitor anybody = chromium.visitor(muniment.address())) {
            anybody.open("/");
            anybody.follow("Published reports");
            anybody.follow("Business Improvement Plan 2017/18: Q1, figures to 31 July 2017");
            anybody.sees("for the meeting of 14 September 2017");
            anybody.follow("Report as a page");
            anybody.sees("Performance Management Report, Q1 2017/18");

            anybody.open("/published");
            anybody.follow("open data");
            assertThat(
                            anybody.links().stream()
                                    .filter(link -> link.getPath().endsWith(".csv"))
                                    .map(link -> anybody.fetch(link.toString())))
                    .hasSizeGreaterThan(2)
                    .containsOnly(200);
            assertThat(anybody.text()).doesNotContain("Signed in as");
        }
    }

    @Test
    void anOpenDashboardIsBroughtUpToDateWhenSomethingIsRecorded() {
        try (Visitor member = chromium.visitor(muniment.address()).signIn("member")) {
            member.sees("What needs attention");
            assertThat(member.text()).doesNotContain("Something was recorded.");

            int status =
                    muniment.post(
                                    "officer",
                                    "/api/kpis/grant-claims/actuals",
                                    """
                                    {"month":"2017-10","actual":"61.25","comment":"Late claims",
                                     "proposedAction":"Told while members look on"}
                                    """)
                            .status();

            assertThat(status).isEqualTo(200);
            member.sees("Something was recorded.");
            member.sees("Told while members look on");
        }
    }
}
