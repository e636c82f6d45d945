package org.muniment.ops.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each flaw is seen: a page that has it and no other. */
@InBrowser
class FlawsTest {
    private static final String GOOD =
            "<main><h1>Plans</h1><p id='text'>All is well with <a href='#text'>this</a>.</p></main>";

    private HandmadeSite site;
    private Visitor visitor;

    @BeforeEach
    void serve(Chromium chromium) throws IOException {
        site = new HandmadeSite();
        visitor = chromium.visitor(site.address());
    }

    @AfterEach
    void stop() {
        visitor.close();
        site.close();
    }

    @Test
    void aGoodPageHasNone() {
        assertThat(flawsOf("")).isEmpty();
    }

    @Test
    void whatIsTooWideForAPhoneOrAtFourHundredPerCent() {
        assertThat(flawsOf("<p class='x'>wide</p><style>.x { width: 350px; margin: 0 }</style>"))
                .singleElement()
                .asString()
                .contains("in a window of 320");
        assertThat(flawsOf("<p class='x'>wide</p><style>.x { width: 900px }</style>")).hasSize(2);
    }

    @Test
    void aTableThatScrollsByItselfIsNotTooWide() {
        assertThat(
                        flawsOf(
                                "<div class='x' tabindex='0' role='region' aria-label='Wide'><p>wide</p></div>"
                                        + "<style>.x { overflow-x: auto } .x p { width: 900px }</style>"))
                .isEmpty();
    }

    @Test
    void whatScrollsByItselfIsReachedByKeyboardAndHasAName() {
        String style = "<style>.x { overflow-x: auto } .x p { width: 900px }</style>";

        for (String region :
                List.of(
                        "tabindex='0' role='region'",
                        "tabindex='0' role='region' aria-labelledby='nothing'",
                        "tabindex='0' aria-label='Wide'",
                        "role='region' aria-label='Wide'")) {
            assertThat(atFirstSight("<div class='x' " + region + "><p>wide</p></div>" + style))
                    .as(region)
                    .hasSize(2)
                    .allMatch(flaw -> flaw.contains("without a name"));
        }
        assertThat(
                        atFirstSight(
                                "<div class='x' tabindex='0' role='region' aria-labelledby='text'><p>wide</p></div>"
                                        + style))
                .isEmpty();
    }

    @Test
    void whatAxeFinds() {
        assertThat(flawsOf("<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>"))
                .isNotEmpty()
                .allSatisfy(flaw -> assertThat(flaw).contains("image-alt"));
        assertThat(flawsOf("<p style='color: #bbb; background: #fff'>pale</p>"))
                .isNotEmpty()
                .allSatisfy(flaw -> assertThat(flaw).contains("color-contrast"));
    }

    @Test
    void anErrorOnTheConsoleAndOneOfAScript() {
        assertThat(flawsOf("<script>console.error('oh')</script>")).containsExactly("console: oh");
        assertThat(flawsOf("<script>throw new Error('ah')</script>"))
                .singleElement()
                .asString()
                .contains("script:", "ah");
    }

    @Test
    void aRequestThatFailsOrGoesElsewhere() {
        assertThat(flawsOf("<link rel='stylesheet' href='/missing.css'>"))
                .anyMatch(flaw -> flaw.startsWith("answered 404"));
        assertThat(flawsOf("<link rel='stylesheet' href='http://localhost:1/elsewhere.css'>"))
                .contains("asked elsewhere: http://localhost:1/elsewhere.css")
                .anyMatch(flaw -> flaw.startsWith("failed:"));
    }

    @Test
    void whatABrowserCouldHaveKeptIsWeighedEachTime() {
        String style = site.serving("text/css", "/*" + "x".repeat(200_000) + "*/");
        String page = site.with("Plans", GOOD + "<link rel='stylesheet' href='" + style + "'>");

        visitor.open(page);
        assertThat(visitor.traffic().weight()).isBetween(200_000L, 300_000L);
        visitor.open(page);
        assertThat(visitor.traffic().weight()).isBetween(200_000L, 300_000L);
    }

    @Test
    void pagesAreOfTheSamePartsWhateverIsWrittenInThem() {
        String parts = partsOf("<p class='prose'>Late</p><p class='prose'>Later</p>");

        assertThat(partsOf("<p class='prose'>On time</p>")).isEqualTo(parts);
        assertThat(partsOf("<p class='pale'>On time</p>")).isNotEqualTo(parts);
        assertThat(partsOf("<ul><li class='prose'>On time</li></ul>")).isNotEqualTo(parts);
    }

    private String partsOf(String more) {
        visitor.open(site.with("Plans", GOOD.replace("</main>", more + "</main>")));
        return Flaws.parts(visitor.page());
    }

    @Test
    void noTitle() {
        assertThat(flawsOf("", "")).contains("no title");
    }

    @Test
    void noHeadingOrTwo() {
        assertThat(flawsOf("<h1>Another</h1>")).contains("2 h1");
        assertThat(flaws("Title", "<main><p>Text</p></main>")).contains("0 h1");
    }

    @Test
    void theInnardsOfTheProgram() {
        for (String innards :
                List.of("Lead: null", "Optional[5]", "org.muniment.X", "??word_en_GB??", "NaN")) {
            assertThat(flawsOf("<p>" + innards + "</p>"))
                    .singleElement()
                    .asString()
                    .startsWith("shows:");
        }
        assertThat(flawsOf("<p>The plan was annulled, and nullity is a word</p>")).isEmpty();
    }

    @Test
    void aLinkWithinThePageThatLeadsNowhere() {
        assertThat(flawsOf("<p><a href='#nowhere'>there</a></p>"))
                .contains("leads nowhere: #nowhere");
    }

    @Test
    void aPageThatIsTooHeavy() {
        assertThat(flawsOf("<!--" + "x".repeat(300_000) + "-->"))
                .singleElement()
                .asString()
                .startsWith("weighs 30");
    }

    private List<String> atFirstSight(String more) {
        visitor.open(site.with("Plans", GOOD.replace("</main>", more + "</main>")));
        return Flaws.atFirstSight(visitor);
    }

    private List<String> flawsOf(String more) {
        return flawsOf("Plans", more);
    }

    private List<String> flawsOf(String title, String more) {
        return flaws(title, GOOD.replace("</main>", more + "</main>"));
    }

    private List<String> flaws(String title, String body) {
        visitor.open(site.with(title, body));
        return Flaws.of(visitor);
    }
}
