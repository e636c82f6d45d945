package org.muniment.query.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muniment.query.picture.PlanExamples.CUT_OFF;
import static org.muniment.query.picture.PlanExamples.JULY;
import static org.muniment.query.picture.PlanExamples.PLAN;
import static org.muniment.query.picture.PlanExamples.SAS;
import static org.muniment.query.picture.PlanExamples.actual;
import static org.muniment.query.picture.PlanExamples.forecast;
import static org.muniment.query.picture.PlanExamples.kpi;
import static org.muniment.query.picture.PlanExamples.line;
import static org.muniment.query.picture.PlanExamples.picture;
import static org.muniment.query.picture.PlanExamples.progress;
import static org.muniment.query.picture.PlanExamples.project;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muniment.kernel.budget.BudgetLineKind;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.project.ProgressStatus;
import org.muniment.kernel.snapshot.FrozenPack;
import org.muniment.kernel.snapshot.PackContent;
import org.muniment.kernel.time.Quarter;
import org.muniment.kernel.words.Sha256;
import org.muniment.kernel.words.Version;
import org.muniment.query.pack.CanonicalJson;
import org.muniment.query.pack.Pack;
import org.muniment.query.pack.PackMaker;
import org.muniment.query.pack.PackMaker.Terms;
import org.muniment.query.pack.Packs;
import org.muniment.query.picture.PlanPicture;

class ReportsTest {
    private static final FrozenPack PACK =
            frozen(
                    picture(
                            kpi("k", SAS),
                            actual(PLAN, "k", JULY, "83.33", "100", "=HYPERLINK(\"http://x\")"),
                            project("p", "2017-04", "2017-06"),
                            progress("p", CUT_OFF, ProgressStatus.AMBER),
                            line("l", "1.393", BudgetLineKind.BASE),
                            forecast("l", CUT_OFF, "1.400")));

    @Test
    void everyFormIsTheSameBytesEveryTimeInEveryZoneAndLanguage() {
        Map<String, Sha256> here = allForms();

        assertThat(allForms()).isEqualTo(here);
        assertThat(elsewhere("Pacific/Auckland", "tr-TR", ReportsTest::allForms)).isEqualTo(here);
        assertThat(elsewhere("America/St_Johns", "ar-EG", ReportsTest::allForms)).isEqualTo(here);
    }

    @Test
    void thePageShowsNoMarkupThatWasTypedIn() {
        FrozenPack pack =
                frozen(
                        picture(
                                kpi("k", SAS),
                                actual(PLAN, "k", JULY, "50", "100", "<script>alert(1)</script>")));

        assertThat(html(pack)).contains("&lt;script&gt;").doesNotContain("<script>");
    }

    /** A phone is narrower than they are, and the page must not scroll sideways for it. */
    @Test
    void everyTableOfThePageScrollsInARegionNamedByItsCaption() throws Exception {
        assertThat(new Regions(html(PACK)).unnamed()).isEmpty();
        assertThat(new Regions(html(PACK).replaceFirst(" tabindex=\"0\"", "")).unnamed())
                .as("a region that no keyboard reaches")
                .hasSize(1);
        assertThat(new Regions(html(frozen(PACK.content(), "house-1"))).unnamed())
                .as("the first edition had none")
                .isNotEmpty();
    }

    @Test
    void aQuarterWithoutAnythingCanBePrintedToo() {
        assertThat(html(frozen(picture())))
                .contains("There are no red projects for Assurance.")
                .contains("0 key projects", "Nothing in this record contradicts itself.")
                .doesNotContain("null");
    }

    @Test
    void theReportIsAccessibleToScreenReaders() throws Exception {
        assertThat(Accessible.failures(new Reports().pdf(PACK))).isEmpty();
        assertThat(Accessible.failures(new Reports().pdf(frozen(picture())))).isEmpty();
    }

    @Test
    void whatASpreadsheetWouldRunIsText() throws IOException {
        String csv = new String(CsvReport.of(PACK.content()), StandardCharsets.UTF_8);

        assertThat(csv).contains("\"'=HYPERLINK(\"\"http://x\"\")\"").contains("-0.007");
        assertThat(sheet(XlsxReport.of(PACK.content()), 3))
                .contains("=HYPERLINK(")
                .contains("t=\"inlineStr\"")
                .doesNotContain("<f>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n=1", "=1", "+1", "-1 of 2", "@cmd", "\t=1", "\r=1", "＝1"})
    void everyBeginningOfAFormulaIsMarked(String text) {
        assertThat(CsvFile.cell(text)).isEqualTo("'" + text);
    }

    @Test
    void figuresAreLeftAsTheyAre() {
        assertThat(CsvFile.cell(Figure.of("-1.25"))).isEqualTo("-1.25");
        assertThat(CsvFile.cell("-1.25")).isEqualTo("-1.25");
        assertThat(CsvFile.cell("1 - 2")).isEqualTo("1 - 2");
        assertThat(CsvFile.cell(null)).isEmpty();
    }

    @Test
    void figuresAreNumbersInTheWorkbookShownAsTyped() throws IOException {
        byte[] workbook = XlsxReport.of(PACK.content());

        assertThat(sheet(workbook, 4)).contains("<v>1.393</v>", "<v>-0.007</v>");
        assertThat(part(workbook, "xl/styles.xml")).contains("0.000", "0.00");
    }

    private static Map<String, Sha256> allForms() {
        Reports reports = new Reports();
        Map<String, Sha256> forms = new LinkedHashMap<>();
        forms.put("html", Sha256.of(reports.html(PACK)));
        forms.put("csv", Sha256.of(reports.csv(PACK)));
        forms.put("xlsx", Sha256.of(reports.xlsx(PACK)));
        forms.put("pdf", Sha256.of(reports.pdf(PACK)));
        return forms;
    }

    private static <T> T elsewhere(String zone, String language, Supplier<T> answer) {
        TimeZone here = TimeZone.getDefault();
        Locale ours = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            Locale.setDefault(Locale.forLanguageTag(language));
            return answer.get();
        } finally {
            TimeZone.setDefault(here);
            Locale.setDefault(ours);
        }
    }

    private static String html(FrozenPack pack) {
        return new String(new Reports().html(pack), StandardCharsets.UTF_8);
    }

    private static String sheet(byte[] workbook, int number) throws IOException {
        return part(workbook, "xl/worksheets/sheet" + number + ".xml");
    }

    private static String part(byte[] workbook, String name) throws IOException {
        try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
                if (part.getName().equals(name)) {
                    return new String(parts.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError("no " + name);
    }

    private static FrozenPack frozen(PlanPicture picture) {
        Terms terms = new Terms(Pack.RULES, Quarter.Q1, CUT_OFF, List.of());
        return frozen(CanonicalJson.of(PackMaker.make(picture, 40, terms)), Packs.TEMPLATE.value());
    }

    private static FrozenPack frozen(PackContent content, String template) {
        return new FrozenPack(
                Quarter.Q1,
                CUT_OFF,
                40,
                Pack.RULES,
                new Version(template),
                List.of(),
                content,
                content.sha256());
    }
}
