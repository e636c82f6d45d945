package org.muniment.ops.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
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

/** A form speaks the API: it asks, says what will happen, and sends, and loses nothing typed. */
class FormTest {
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");

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
    void theFormOffersTheMonthsOfThePlanAndFillsInWhatTheAddressSays() {
        String page = as("officer").open(figures("shown") + "?month=2026-07").text();

        assertThat(page)
                .contains("<title>Record a figure – Muniment</title>")
                .contains("<option value=\"2026-04\">April 2026</option>")
                .contains("<option value=\"2026-07\" selected=\"selected\">July 2026</option>")
                .contains("Figure of July 2026")
                .contains("Nothing recorded yet");
    }

    @Test
    void onlyMonthsThatHaveBegunAreOfferedForAFigure() {
        String page = as("officer").open(figures("begun")).text();

        assertThat(page)
                .contains("<option value=\"2026-04\">")
                .doesNotContain("<option value=\"2027-03\">", "autocomplete=\"off\"");
        assertThat(as("officer").open("/kpis/begun/targets").text())
                .as("a target is set ahead")
                .contains("<option value=\"2027-03\">");
    }

    @Test
    void aSumIsAskedForInTheUnitOfItsLine() {
        sent("finance-officer", "/api/plans/plan/budget-lines", Examples.line("counted"));

        assertThat(as("finance-officer").open("/budget-lines/counted/forecasts").text())
                .contains("<div class=\"govuk-hint\" id=\"amount-hint\">In £");
    }

    @Test
    void whatWillHappenIsSaidBeforeAnythingIsSent() {
        Browser officer = as("officer");
        officer.open(figures("checked"));

        Answer check =
                next(officer, figures("checked"), Map.of("month", "2026-07", "actual", "95"));

        assertThat(check.status()).as(check.text()).isEqualTo(200);
        assertThat(check.text())
                .contains("Check before you send")
                .contains("July 2026: 95 against a target of 90.")
                .contains("This will be GREEN, by the rule tolerance-5.")
                .contains("Nothing is on record yet.");
        assertThat(version("checked")).isEqualTo(1);
    }

    @Test
    void itIsSentOnceHoweverOftenTheButtonIsPressed() {
        Browser officer = as("officer");
        String page = figures("sent");
        officer.open(page);
        Answer check = next(officer, page, Map.of("month", "2026-07", "actual", "95"));
        Map<String, String> hidden = hidden(check, "send");

        Answer first = officer.submit(page, hidden);
        Answer again = officer.submit(page, hidden.get("_csrf"), hidden);

        assertThat(first.status()).isEqualTo(303);
        assertThat(first.header("Location")).isEqualTo("/kpis/sent");
        assertThat(again.status()).isEqualTo(303);
        assertThat(version("sent")).isEqualTo(2);
    }

    @Test
    void theNextPageSaysThatItIsOnRecordAndOnlyThatPage() {
        Browser secretariat = as("secretariat");
        String page = "/plans/plan/stated-figures";
        secretariat.open(page);
        Answer check =
                next(
                        secretariat,
                        page,
                        Map.of(
                                "asAt-day", "31",
                                "asAt-month", "7",
                                "asAt-year", "2026",
                                "figure", "projects.green",
                                "value", "24",
                                "source", "The paper, paragraph 12"));
        assertThat(check.text())
                .contains("The paper, paragraph 12 states projects.green as 24, as at 31 July");

        Answer sent = secretariat.submit(page, hidden(check, "send"));

        assertThat(secretariat.follow(sent).text()).contains("It is on record, at position");
        assertThat(secretariat.open("/plans/plan").text()).doesNotContain("It is on record");
    }

    @Test
    void whatIsMissingIsAskedForBesideItsQuestionAndTheRestIsKept() {
        Browser officer = as("officer");
        officer.open(figures("missing"));

        Answer page = next(officer, figures("missing"), Map.of("comment", "Typed <b>already</b>"));

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.text())
                .contains("<title>Error: Record a figure – Muniment</title>")
                .contains("There is a problem")
                .contains("<a href=\"#month\">Select a month</a>")
                .contains("<a href=\"#actual\">Enter the figure to date</a>")
                .contains("id=\"actual-error\"")
                .contains("Typed &lt;b&gt;already&lt;/b&gt;</textarea>")
                .doesNotContain("<b>already");
    }

    @Test
    void whatARuleRefusesIsToldAtItsQuestionWithTheStatusOfTheRefusal() {
        Browser officer = as("officer");
        officer.open(figures("refused"));

        Answer page = next(officer, figures("refused"), Map.of("month", "2026-07", "actual", "1"));

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.text())
                .contains(
                        "<a href=\"#comment\">The figure is RED, so a comment and a"
                                + " proposed action are required</a>")
                .contains("value=\"1\"");
    }

    @Test
    void whoeverComesSecondSeesTheirsBesideTheirOwnAndMaySendItAnyway() {
        Browser officer = as("officer");
        String page = figures("raced");
        officer.open(page);
        Map<String, String> mine =
                hidden(next(officer, page, Map.of("month", "2026-07", "actual", "95")), "send");
        sent("head-of-service", "/api/kpis/raced/actuals", figure("2026-07", "97"));

        Answer conflict = officer.submit(page, mine);

        assertThat(conflict.status()).as(conflict.text()).isEqualTo(412);
        assertThat(conflict.text())
                .contains("Somebody else came first")
                .contains("<span>head-of-service</span>")
                .contains("July 2026: 97 against a target of 90.")
                .contains("data-label=\"Theirs, now on record\">97</td>")
                .contains("data-label=\"Yours\">95</td>");
        assertThat(version("raced")).isEqualTo(2);
        assertThat(officer.submit(page, hidden(conflict, "send")).status()).isEqualTo(303);
        assertThat(muniment.get("/api/kpis/raced").json().at("/figures/0/actual").asString())
                .isEqualTo("95");
    }

    @Test
    void withoutTheTokenOfAPageNothingIsSentAndWhatWasTypedIsGivenBack() {
        Browser officer = as("officer");
        String page = figures("forged");
        officer.open(page);
        Map<String, String> form =
                hidden(next(officer, page, Map.of("month", "2026-07", "actual", "95")), "send");

        Answer refused = officer.submit(page, "forged", form);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text())
                .contains("Nothing was sent")
                .contains("name=\"actual\" value=\"95\"");
        assertThat(version("forged")).isEqualTo(1);
    }

    @Test
    void whoseSessionEndedSignsInAgainAndGoesOnWithWhatWasTyped() {
        Browser officer = as("officer");
        String page = figures("away");
        officer.open(page);
        Map<String, String> form =
                hidden(next(officer, page, Map.of("month", "2026-07", "actual", "95")), "send");
        officer.submit("/sign-out", Map.of());
        Browser stale = Browser.at(muniment);
        stale.with("Cookie", "muniment-session=0123456789ABCDEF0123456789ABCDEF", "/signed-out");

        officer.ask("/");
        Answer unsent = officer.submit(page, "gone", form);

        assertThat(unsent.status()).isIn(401, 403);
        assertThat(unsent.text()).contains("Your session has ended").contains("value=\"95\"");
        Map<String, String> kept = hidden(unsent, "change");
        officer.signIn("/", "officer", Running.SECRET);
        Answer back = officer.submit(page, "gone", kept);
        assertThat(back.status()).isEqualTo(403);
        Answer form2 = officer.submit(page, hidden(back, "change"));
        assertThat(form2.status()).isEqualTo(200);
        assertThat(form2.text()).contains("value=\"95\"").contains("Check before you send");
        assertThat(version("away")).isEqualTo(1);
    }

    @Test
    void whatAStrangerSendsIsNotReadAndNotShown() {
        Answer refused =
                Browser.at(muniment)
                        .submit(
                                figures("stranger"),
                                "",
                                Map.of("_step", "send", "actual", "typed-by-nobody"));

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.text()).doesNotContain("typed-by-nobody");
    }

    @Test
    void whatTheFormDoesNotAskForIsNotSent() {
        Browser officer = as("officer");
        String page = figures("more");
        officer.open(page);

        Answer check =
                next(
                        officer,
                        page,
                        Map.of("month", "2026-07", "actual", "95", "judgement", "RED", "id", "x"));

        assertThat(check.status()).isEqualTo(200);
        assertThat(check.text()).doesNotContain("name=\"judgement\"").doesNotContain("\"x\"");
    }

    @Test
    void aTextThatIsTooLongIsRefusedAndKept() {
        Browser officer = as("officer");
        officer.open(figures("long"));
        String text = "é".repeat(10_001);

        Answer page =
                next(
                        officer,
                        figures("long"),
                        Map.of("month", "2026-07", "actual", "95", "comment", text));

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.text()).contains("Comment must be at most 10000 characters").contains(text);
    }

    @Test
    void aFormThatIsFarTooLargeIsRefusedClearly() {
        Browser officer = as("officer");
        officer.open(figures("huge"));

        Answer refused = next(officer, figures("huge"), Map.of("comment", "x".repeat(300 * 1024)));

        assertThat(refused.status()).as(refused.text()).isEqualTo(413);
        assertThat(version("huge")).isEqualTo(1);
    }

    @Test
    void whoeverMayNotSendTheCommandDoesNotSeeItsForm() {
        String page = figures("closed");

        assertThat(as("member").open(page).status()).isEqualTo(403);
        assertThat(as("officer").open("/kpis/no-such/actuals").status()).isEqualTo(404);
        assertThat(as("officer").open(page).status()).isEqualTo(200);
    }

    @Test
    void aProgramThatSignsInByAHeaderCanUseItWithoutASession() {
        String page = figures("header");
        String officer = Running.basic("officer", Running.SECRET);

        Answer sent =
                muniment.postForm(
                        officer, page, "month=2026-07&actual=95&_step=send&_key=a-key&_version=1");

        assertThat(sent.status()).as(sent.text()).isEqualTo(303);
        assertThat(sent.header("Set-Cookie")).isNull();
        assertThat(version("header")).isEqualTo(2);
    }

    @Test
    void somethingNewIsGivenAnIdFromItsTitleAndAnotherWhereThatIsTaken() {
        Browser officer = as("officer");
        String page = "/plans/plan/projects";
        Map<String, String> project =
                Map.of(
                        "title", "Fees & charges: café",
                        "service", "SAS",
                        "section", "Audit",
                        "leads", "GB\r\nDH\r\n",
                        "start-month", "4",
                        "start-year", "2026",
                        "milestones[1].id", "first",
                        "milestones[1].title", "The first");

        for (String id : new String[] {"fees-charges-cafe", "fees-charges-cafe-2"}) {
            officer.open(page);
            Answer check = next(officer, page, project);
            assertThat(check.status()).as(check.text()).isEqualTo(200);
            assertThat(check.text()).contains("The project &quot;Fees &amp; charges: café&quot;");
            Answer sent = officer.submit(page, hidden(check, "send"));
            assertThat(sent.header("Location")).isEqualTo("/projects/" + id);
        }
        assertThat(muniment.get("/api/projects/fees-charges-cafe").json().toString())
                .contains("\"leads\":[\"GB\",\"DH\"]")
                .contains("\"start\":\"2026-04\"")
                .contains("\"milestones\":[{\"id\":\"first\"");
    }

    @Test
    void aRowIsAddedWithoutLosingWhatWasTyped() {
        Browser officer = as("officer");
        String page = "/plans/plan/projects";
        officer.open(page);

        Answer more =
                next(officer, page, Map.of("milestones[0].title", "One", "more", "milestones"));

        assertThat(more.status()).isEqualTo(200);
        assertThat(more.text())
                .contains("name=\"milestones[0].title\" value=\"One\"")
                .contains("name=\"milestones[1].title\" value=\"\"");
    }

    @Test
    void aDateThatIsNoneIsToldAtItsQuestion() {
        sent("officer", "/api/plans/plan/projects", Examples.project("dated"));
        Browser officer = as("officer");
        String page = "/projects/dated/progress";
        officer.open(page);

        Answer wrong =
                next(
                        officer,
                        page,
                        Map.of(
                                "asAt-day", "31",
                                "asAt-month", "6",
                                "asAt-year", "2026",
                                "status", "GREEN",
                                "update", "On time"));

        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.text())
                .contains("<a href=\"#asAt-day\">As at must be a real date, such as 31 7 2017</a>")
                .contains("name=\"asAt-day\" type=\"text\" inputmode=\"numeric\" value=\"31\"");
    }

    @Test
    void everyFormCanBeOpenedByWhoeverMaySendIt() {
        sent("officer", "/api/plans/plan/kpis", Examples.kpi("every"));
        sent("officer", "/api/plans/plan/projects", Examples.project("every"));
        sent("finance-officer", "/api/plans/plan/budget-lines", Examples.line("every"));
        sent(
                "secretariat",
                "/api/partnerships/pair/meetings",
                "{\"id\":\"every\",\"startsAt\":\"2026-09-14T18:00\"}");
        for (Form form : Catalogue.ALL) {
            String path =
                    form.path()
                            .replace("{plan}", "plan")
                            .replace("{partnership}", "pair")
                            .replaceAll("\\{[a-z]+}", "every");
            if (!path.startsWith("/snapshots")) {
                Answer page = muniment.get(senderOf(path), path);
                assertThat(page.status()).as(path).isEqualTo(200);
                assertThat(page.text()).contains(form.title());
            }
        }
    }

    private static String senderOf(String path) {
        for (String who : new String[] {"officer", "finance-officer", "secretariat"}) {
            if (muniment.get(who, path).status() == 200) {
                return who;
            }
        }
        return "admin";
    }

    private static Browser as(String who) {
        Browser browser = Browser.at(muniment);
        browser.signIn("/", who, Running.SECRET);
        return browser;
    }

    /** The form of an indicator of its own. */
    private static String figures(String kpi) {
        if (muniment.get("/api/kpis/" + kpi).status() == 404) {
            sent("officer", "/api/plans/plan/kpis", Examples.kpi(kpi));
        }
        return "/kpis/" + kpi + "/actuals";
    }

    /** Fills in the form that is shown. */
    private static Answer next(Browser browser, String page, Map<String, String> typed) {
        Map<String, String> form = new LinkedHashMap<>(typed);
        hidden(browser.shown(), "check").forEach(form::putIfAbsent);
        form.remove("_csrf");
        return browser.submit(page, form);
    }

    /** The hidden controls of the page's form for a step. */
    private static Map<String, String> hidden(Answer page, String step) {
        Map<String, String> hidden = new LinkedHashMap<>();
        for (String form : page.text().split("<form ")) {
            if (form.contains("name=\"_step\" value=\"" + step + "\"")) {
                Matcher control = HIDDEN.matcher(form.replace("\"/>", "\">"));
                while (control.find()) {
                    hidden.put(control.group(1), control.group(2));
                }
            }
        }
        assertThat(hidden).as(page.text()).isNotEmpty();
        return hidden;
    }

    private static long version(String kpi) {
        return muniment.get("/api/kpis/" + kpi).json().get("version").asLong();
    }

    private static String figure(String month, String actual) {
        return "{\"month\": \"%s\", \"actual\": \"%s\"}".formatted(month, actual);
    }

    private static void sent(String who, String path, String body) {
        Answer answer = muniment.post(who, path, body);
        assertThat(answer.status()).as(answer.text()).isIn(200, 201);
    }
}
