package org.muniment.query.opendata;

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

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.muniment.kernel.budget.BudgetLineKind;
import org.muniment.kernel.project.ProgressStatus;
import org.muniment.kernel.time.Quarter;
import org.muniment.kernel.words.Sha256;
import org.muniment.query.pack.Pack;
import org.muniment.query.pack.PackMaker;
import org.muniment.query.pack.PackMaker.Terms;
import org.muniment.query.picture.PlanPicture;
import org.muniment.query.published.Publication;

class OpenTablesTest {
    private static final String PACK_OF =
            "pair,Two councils,bip,2017/18,Q1,2017-07-31,q1,september,2017-09-06T09:00:00Z,true,,"
                    + Sha256.of("q1");

    @Test
    void everyFigureOfAPackIsARowThatNamesThePack() {
        PublishedPack pack =
                pack(
                        kpi("k", SAS),
                        actual("k", JULY, "83.33"),
                        project("p", "2017-04", "2017-06"),
                        progress("p", CUT_OFF, ProgressStatus.AMBER),
                        line("l", "1.393", BudgetLineKind.BASE),
                        forecast("l", CUT_OFF, "1.400"));

        assertThat(rows(OpenTables.KPIS, pack))
                .containsExactly(
                        PACK_OF
                                + ",k,SAS,All,Planned time used,,PERCENT,2017-07,92,100,100,83.33,"
                                + "RED,tolerance-5,false,,,Why,What next");
        assertThat(rows(OpenTables.PROJECTS, pack))
                .containsExactly(
                        PACK_OF
                                + ",p,SAS,All,Project p,2017-04,2017-06,2017-06,AMBER,,2017-07-31,"
                                + "As at 2017-07-31,");
        assertThat(rows(OpenTables.BUDGET, pack))
                .containsExactly(PACK_OF + ",l,Line l,BASE,£m,1.393,1.400,-0.007");
    }

    @Test
    void whatASpreadsheetWouldRunIsText() {
        PublishedPack pack =
                pack(
                        kpi("k", SAS),
                        actual(PLAN, "k", JULY, "1", "100", "=HYPERLINK(\"http://x\")"));

        assertThat(rows(OpenTables.KPIS, pack).get(0))
                .contains("\"'=HYPERLINK(\"\"http://x\"\")\"");
    }

    @Test
    void withoutAPackATableIsItsHeader() {
        assertThat(csv(OpenTables.BUDGET.csv(List.of())))
                .isEqualTo(
                        "partnership,partnership_name,plan,financial_year,quarter,as_at,pack,"
                                + "meeting,published_at,in_force,superseded_by,pack_sha256,line,"
                                + "category,kind,unit,budget,forecast,variance\r\n");
    }

    @Test
    void theDictionaryExplainsEveryColumnThereIs() {
        List<String> explained =
                csv(Dictionary.of(OpenTables.ALL).csv())
                        .lines()
                        .skip(1)
                        .map(line -> line.substring(0, line.indexOf(',', line.indexOf(',') + 1)))
                        .toList();

        assertThat(explained)
                .isEqualTo(
                        OpenTables.ALL.stream()
                                .flatMap(table -> columns(table).map(it -> table.file() + "," + it))
                                .toList())
                .doesNotHaveDuplicates();
    }

    @Test
    void everyColumnHasAMeaningAUnitAndAnExample() {
        assertThat(Dictionary.of(OpenTables.ALL).files())
                .flatExtracting(Dictionary.File::columns)
                .allSatisfy(
                        entry -> {
                            assertThat(entry.column()).matches("[a-z][a-z0-9_]*");
                            assertThat(entry.meaning()).isNotBlank();
                            assertThat(entry.unit()).isNotBlank();
                            assertThat(entry.example()).isNotBlank();
                        });
    }

    private static Stream<String> columns(OpenTable<?> table) {
        return Stream.of(csv(table.csv(List.of())).strip().split(","));
    }

    private static List<String> rows(OpenTable<?> table, PublishedPack pack) {
        return csv(table.csv(List.of(pack))).lines().skip(1).toList();
    }

    private static String csv(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static PublishedPack pack(org.muniment.kernel.plan.PlanRecord... events) {
        PlanPicture picture = picture(events);
        Pack content =
                PackMaker.make(
                        picture,
                        picture.position(),
                        new Terms(Pack.RULES, Quarter.Q1, CUT_OFF, List.of()));
        return new PublishedPack(
                new Publication(
                        9,
                        "q1",
                        "bip",
                        "Improvement plan",
                        "2017/18",
                        "pair",
                        "Two councils",
                        Quarter.Q1,
                        CUT_OFF,
                        "september",
                        null,
                        Instant.parse("2017-09-06T09:00:00Z"),
                        Sha256.of("q1"),
                        true,
                        null,
                        Map.of()),
                content);
    }
}
