package org.muniment.ops.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.ops.Running;

/** Those who report: nothing is sent unseen, and nothing typed is lost. */
@InBrowser
class OfficersTest {
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
    void anOfficerIsToldWhatIsMissingAndSeesTheStatusBeforeTheFigureIsRecorded() {
        try (Visitor officer = chromium.visitor(muniment.address()).signIn("officer")) {
            officer.open("/kpis/grant-claims");
            officer.follow("Record an actual");
            officer.choose("Month", "September 2017");
            officer.fill("Figure to date", "60.5");
            officer.press("Check before you send");

            officer.sees("There is a problem");
            assertThat(officer.page().title()).startsWith("Error: ");
            officer.page().locator(".govuk-error-summary a").first().click();
            assertThat(officer.page().evaluate("document.activeElement.id")).isEqualTo("comment");
            assertThat(officer.valueOf("Figure to date")).isEqualTo("60.5");
            officer.fill("Comment (optional)", "Two claims came late.");
            officer.fill("Proposed action (optional)", "A reminder a month before.");
            officer.press("Check before you send");

            officer.sees("September 2017: 60.5 against a target of 100.");
            officer.sees("This will be RED");
            officer.sees("Nothing is on record yet.");
            officer.press("Record the figure");
            officer.sees("It is on record");
            officer.sees("Two claims came late.");
        }
    }

    @Test
    void whereTwoOfficersReportTheSameTheSecondSeesTheirsAndOwnSideBySide() {
        try (Visitor one = chromium.visitor(muniment.address()).signIn("officer");
                Visitor other = chromium.visitor(muniment.address()).signIn("head-of-service")) {
            String form = "/kpis/paid-in-30-days/actuals?month=2017-09";
            one.open(form);
            other.open(form);
            fillIn(one, "97.1");
            fillIn(other, "96.4");

            one.press("Record the figure");
            one.sees("It is on record");
            other.press("Record the figure");

            other.sees("Somebody else came first");
            other.sees("97.1");
            other.sees("96.4");
            other.press("Change mine");
            assertThat(other.valueOf("Figure to date")).isEqualTo("96.4");
        }
    }

    private static void fillIn(Visitor officer, String figure) {
        officer.fill("Figure to date", figure);
        officer.fill("Comment (optional)", "As counted on 2 October");
        officer.fill("Proposed action (optional)", "Count again in November");
        officer.press("Check before you send");
        officer.sees("Nothing is on record yet.");
    }

    @Test
    void aSheetWithAnErrorIsShownRowByRowAndNothingOfItIsRecorded() {
        try (Visitor officer = chromium.visitor(muniment.address()).signIn("officer")) {
            officer.open("/plans/bip-2017-18/imports");
            officer.tick("Figures of indicators");
            officer.page()
                    .getByLabel("The sheet")
                    .setInputFiles(
                            sheet(
                                    "kpi,month,actual\ngrant-claims,2017-08,100\ngrant-claims,2017-13,1\n"));
            officer.press("Check the sheet");
            officer.sees("1 of the rows cannot be recorded, so none is.");
            officer.sees("month: ");

            officer.follow("Choose another sheet");
            officer.tick("Figures of indicators");
            officer.page()
                    .getByLabel("The sheet")
                    .setInputFiles(sheet("kpi,month,actual\ngrant-claims,2017-08,100\n"));
            officer.press("Check the sheet");
            officer.press("Record this row");
            officer.sees("It is on record");
        }
    }

    private static FilePayload sheet(String rows) {
        return new FilePayload("sheet.csv", "text/csv", rows.getBytes(StandardCharsets.UTF_8));
    }
}
