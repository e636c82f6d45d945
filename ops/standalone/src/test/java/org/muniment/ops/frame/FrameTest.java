package org.muniment.ops.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.ops.Running;
import org.muniment.ops.Running.Answer;

/** What every page of the committee's has around it, over HTTP. */
class FrameTest {
    private static final String DASHBOARD = "/plans/bip-2017-18";
    private static final Pattern ASSET =
            Pattern.compile("(?:href|src|content)=\"(/assets/[^\"]+)\"");

    /** Of each kind of thing one is enough. */
    private static final Pattern THING =
            Pattern.compile("(/(?:kpis|projects|budget-lines)/)[a-z0-9-]+");

    @TempDir private static Path data;
    private static Running muniment;

    @BeforeAll
    static void play() {
        muniment = Running.on(data, "demo", "--muniment.brand.name=Chorley & South Ribble");
    }

    @AfterAll
    static void stop() {
        muniment.close();
    }

    @Test
    void whoeverMaySeeOnePlanStartsAtItsDashboard() {
        assertThat(muniment.get("member", "/").header("Location")).isEqualTo(DASHBOARD);
    }

    @Test
    void thePageIsTheCouncilsAndSaysWhatItShows() {
        assertThat(muniment.get("member", DASHBOARD).text())
                .contains("<title>Business Improvement Plan 2017/18 – Chorley &amp; South Ribble")
                .contains("Signed in as <strong>member</strong>")
                .contains("today is <span>6 October 2017</span>")
                .contains("shows what is known now")
                .doesNotContain("GOV.UK", "The past");
    }

    @Test
    void aPastDayIsMarkedAsThePastAndLinksStayThere() {
        String page = muniment.get("member", DASHBOARD + "?asOf=2017-09-14&asAt=2017-07-31").text();

        assertThat(page)
                .contains("The past")
                .contains("This page shows what was known")
                .contains("at the end of <strong>14 September 2017</strong>")
                .contains("with figures to <span>31 July 2017</span>")
                .contains("It will not change")
                .contains("href=\"" + DASHBOARD + "?asOf=2017-09-14&amp;asAt=2017-07-31\"")
                .contains("Q1 as at 31 July 2017 published")
                .contains("href=\"" + DASHBOARD + "\">Show today");
    }

    @Test
    void aDayThatIsNotOverIsNotThePast() {
        for (String day : List.of("2017-10-06", "2019-01-01")) {
            assertThat(muniment.get("member", DASHBOARD + "?asOf=" + day).text())
                    .contains("Not over yet", "what is so far known")
                    .doesNotContain("The past", "It will not change");
        }
    }

    @Test
    void daysPeopleAskForAreMeetingsPacksAndRestatements() {
        assertThat(muniment.get("member", DASHBOARD).text())
                .contains("<span>14 September 2017</span>: <span>the committee met</span>")
                .contains("figure restated");
    }

    @Test
    void eachReaderIsShownOnlyWhereTheyWouldBeLetIn() {
        List<String> roles = List.of("member", "officer", "auditor", "secretariat", "admin");
        for (String role : roles) {
            Matcher links =
                    Pattern.compile("<a[^>]* href=\"(/[^\"#]*)\"")
                            .matcher(muniment.get(role, DASHBOARD).text());
            Set<String> kinds = new HashSet<>();
            while (links.find()) {
                String address = links.group(1).replace("&amp;", "&");
                if (kinds.add(THING.matcher(address).replaceFirst("$1"))) {
                    assertThat(muniment.get(role, address).status())
                            .as("%s at %s", role, address)
                            .isIn(200, 302);
                }
            }
            assertThat(kinds).hasSizeGreaterThan(8);
        }
    }

    @Test
    void stylesAndScriptsAreOursToServeAndKeptForEver() {
        Matcher assets = ASSET.matcher(muniment.get("member", DASHBOARD).text());
        int found = 0;
        while (assets.find()) {
            Answer asset = muniment.anonymously(assets.group(1));
            assertThat(asset.status()).as(assets.group(1)).isEqualTo(200);
            assertThat(asset.header("Cache-Control")).contains("immutable");
            assertThat(asset.text()).doesNotContain("GDS Transport,", "@font-face");
            found++;
        }
        assertThat(found).isEqualTo(6);
    }

    @Test
    void theTypefaceAndTheCrownOfGovUkAreNotServed() {
        for (String path :
                List.of(
                        "/assets/fonts/bold-b542beb274-v2.woff2",
                        "/assets/images/govuk-crest.svg",
                        "/webjars/govuk-frontend/5.14.0/dist/govuk/govuk-frontend.min.css")) {
            assertThat(muniment.get("member", path).status()).as(path).isIn(403, 404);
        }
    }

    @Test
    void theBrandHasAColourAndALogo() {
        assertThat(muniment.anonymously("/brand/colours.css").text()).contains("--brand: #1c4a5e");
        assertThat(muniment.anonymously("/brand/logo").header("Content-Type"))
                .isEqualTo("image/svg+xml");
    }

    @Test
    void aProblemIsAPageForABrowserAndJsonForAProgram() {
        Answer page =
                muniment.getWith(
                        DASHBOARD + "?asOf=yesterday",
                        "Accept",
                        "text/html",
                        "Authorization",
                        Running.basic("member", Running.SECRET));
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.text()).contains("must be a day (2017-09-14)").contains("Signed in as");

        Answer program =
                muniment.getWith(
                        "/api/plans/bip-2017-18/dashboard?asOf=yesterday",
                        "Accept",
                        "text/html, */*",
                        "Authorization",
                        Running.basic("member", Running.SECRET));
        assertThat(program.header("Content-Type")).isEqualTo("application/problem+json");
    }
}
