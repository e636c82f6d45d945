package org.muniment.query.page.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muniment.query.picture.PlanExamples.JULY;
import static org.muniment.query.picture.PlanExamples.PLAN;
import static org.muniment.query.picture.PlanExamples.SFS;
import static org.muniment.query.picture.PlanExamples.actual;
import static org.muniment.query.picture.PlanExamples.annually;
import static org.muniment.query.picture.PlanExamples.definition;
import static org.muniment.query.picture.PlanExamples.kpi;
import static org.muniment.query.picture.PlanExamples.picture;

import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.figures.Polarity;
import org.muniment.kernel.figures.Status;
import org.muniment.kernel.figures.Unit;
import org.muniment.kernel.kpi.Cadence;
import org.muniment.kernel.kpi.Profile;
import org.muniment.kernel.kpi.ProfiledTarget;
import org.muniment.kernel.plan.PlanRecord;
import org.muniment.kernel.time.FinancialYear;
import org.muniment.query.page.chart.TrendChart.Month;
import org.w3c.dom.Document;

class TrendChartTest {
    private static final FinancialYear YEAR = FinancialYear.of("2017/18");
    private static final YearMonth JUNE = JULY.minusMonths(1);

    @Test
    void aYearHasItsTwelveMonthsAndTheTargetsOfThoseToCome() {
        TrendChart chart = of(actual("grants", JULY, "83.33"));
        assertThat(chart.months()).hasSize(12);
        assertThat(chart.months().get(3)).isEqualTo(month(JULY, "100", "83.33", Status.RED));
        assertThat(chart.months().get(11))
                .isEqualTo(month(YearMonth.of(2018, 3), "100", null, null));
    }

    @Test
    void figuresAfterTheCutOffAreLeftOut() {
        TrendChart chart = of(JUNE, actual("grants", JUNE, "99"), actual("grants", JULY, "83.33"));
        assertThat(chart.months().get(2).actual()).isEqualTo(Figure.of("99"));
        assertThat(chart.months().get(3).actual()).isNull();
    }

    @Test
    void aFigureKeepsTheTargetItWasJudgedAgainst() {
        TrendChart chart = of(actual(PLAN, "grants", JULY, "30", "25", null));
        assertThat(chart.months().get(3).target()).isEqualTo(Figure.of("25"));
    }

    @Test
    void aTargetHoldsUntilTheNextOneAndBeforeTheFirstThereIsNone() {
        Profile profile =
                new Profile(
                        List.of(
                                new ProfiledTarget(JULY, Figure.of("30")),
                                new ProfiledTarget(YearMonth.of(2017, 9), Figure.of("60"))));
        TrendChart chart =
                TrendChart.of(
                        picture(kpi(PLAN, "k", definition(SFS, annually("90"), profile)))
                                .kpis()
                                .get("k"),
                        YEAR,
                        JULY);

        assertThat(chart.months().stream().map(Month::target).map(String::valueOf))
                .startsWith("null", "null", "null", "30", "30", "60", "60");
        List<String> corners =
                List.of(
                        Markup.attributes(Markup.parse(chart.svg()), "polyline", "points")
                                .get(0)
                                .split(" "));
        assertThat(corners).hasSize(9 + 1);
        assertThat(corners.get(2).split(",")[0]).isEqualTo(corners.get(3).split(",")[0]);
        assertThat(corners.get(1).split(",")[1]).isEqualTo(corners.get(2).split(",")[1]);
    }

    @Test
    void thePictureIsDescribedInWords() {
        Document svg = Markup.parse(of(actual("grants", JULY, "83.33")).svg());
        assertThat(Markup.text(svg, "title")).containsExactly("Planned time used");
        assertThat(Markup.text(svg, "desc"))
                .containsExactly(
                        "Actual and target by month, April 2017 to March 2018. Higher is better."
                                + " Latest: 83.33% in July 2017 against a target of 100%, red.");
        assertThat(svg.getDocumentElement().getAttribute("role")).isEqualTo("img");
        assertThat(svg.getDocumentElement().getAttribute("aria-labelledby"))
                .isEqualTo("trend-grants-title trend-grants-desc");
        assertThat(Markup.text(svg, "text")).contains("Actual", "Target", "100%");
    }

    @Test
    void everyQuarterIsNamedSoThatNamesDoNotRunTogether() {
        assertThat(Markup.text(Markup.parse(of(actual("grants", JULY, "83.33")).svg()), "text"))
                .contains("Apr", "Jul", "Oct", "Jan")
                .doesNotContain("May", "Mar");
    }

    @Test
    void figuresAreJoinedUnlessOneThatWasDueIsMissingBetweenThem() {
        List<Month> gap =
                List.of(
                        month(JUNE.minusMonths(2), "100", "90", Status.RED),
                        month(JUNE.minusMonths(1), "100", "91", Status.RED),
                        month(JUNE, "100", null, null),
                        month(JULY, "100", "92", Status.RED));
        assertThat(lines(gap, Cadence.MONTHLY)).singleElement().matches(it -> points(it) == 2);
        assertThat(lines(gap, Cadence.QUARTERLY)).singleElement().matches(it -> points(it) == 3);
    }

    private static List<String> lines(List<Month> months, Cadence cadence) {
        TrendChart chart =
                new TrendChart(
                        "t",
                        "Time",
                        Unit.PERCENT,
                        Polarity.HIGHER_IS_BETTER,
                        cadence,
                        null,
                        months);
        List<String> all = Markup.attributes(Markup.parse(chart.svg()), "polyline", "points");
        return all.subList(1, all.size());
    }

    private static int points(String line) {
        return line.split(" ").length;
    }

    @Test
    void everyStatusHasAShapeOfItsOwn() {
        String svg =
                of(
                                actual("grants", JUNE.minusMonths(1), "100"),
                                actual("grants", JUNE, "96"),
                                actual("grants", JULY, "50"))
                        .svg();
        assertThat(svg)
                .containsOnlyOnce("<circle class=\"chart-green\"")
                .containsOnlyOnce("<path class=\"chart-amber\"")
                .containsOnlyOnce("<path class=\"chart-red\"");
        assertThat(Markup.attributes(Markup.parse(svg), "path", "d")).doesNotHaveDuplicates();
    }

    @Test
    void whatIsBestNearItsTargetHasABand() {
        TrendChart chart =
                new TrendChart(
                        "t",
                        "Variation",
                        Unit.PERCENT,
                        Polarity.WITHIN_BAND,
                        Cadence.MONTHLY,
                        Figure.of("5"),
                        List.of(
                                month(JUNE, "0", "-1.25", Status.GREEN),
                                month(JULY, "0", "6", Status.RED)));
        assertThat(chart.direction()).isEqualTo("Best within 5% of the target");
        assertThat(Markup.attributes(Markup.parse(chart.svg()), "polygon", "class"))
                .containsExactly("chart-band");
        assertThat(of(actual("grants", JULY, "1")).svg()).doesNotContain("polygon");
    }

    @Test
    void aFigureWithoutATargetIsNeitherGoodNorBad() {
        TrendChart chart =
                new TrendChart(
                        "t",
                        "Complaints",
                        Unit.NUMBER,
                        Polarity.LOWER_IS_BETTER,
                        Cadence.MONTHLY,
                        null,
                        List.of(month(JULY, null, "38", Status.NOT_APPLICABLE)));
        assertThat(chart.svg())
                .contains("Latest: 38 in July 2017, without a target.")
                .contains("chart-unjudged");
    }

    @Test
    void aTitleIsTextWhateverItHolds() {
        TrendChart chart =
                new TrendChart(
                        "t",
                        "<script>alert('x')</script> & \"more\"",
                        Unit.GBP,
                        Polarity.LOWER_IS_BETTER,
                        Cadence.MONTHLY,
                        null,
                        List.of(month(JULY, "2", "-1", Status.GREEN)));
        assertThat(Markup.text(Markup.parse(chart.svg()), "title"))
                .containsExactly("<script>alert('x')</script> & \"more\"");
        assertThat(chart.svg()).doesNotContain("<script").doesNotContain("style=");
    }

    @Test
    void whereNothingWasMeasuredThereIsNothingToDraw() {
        assertThat(of().isDrawn()).isFalse();
        assertThat(of(actual("grants", JULY, "1")).isDrawn()).isTrue();
    }

    private static TrendChart of(PlanRecord... events) {
        return of(JULY, events);
    }

    private static TrendChart of(YearMonth cutOff, PlanRecord... events) {
        PlanRecord[] all = new PlanRecord[events.length + 1];
        all[0] = kpi("grants", SFS);
        System.arraycopy(events, 0, all, 1, events.length);
        return TrendChart.of(picture(all).kpis().get("grants"), YEAR, cutOff);
    }

    private static Month month(YearMonth month, String target, String actual, Status status) {
        return new Month(
                month,
                target == null ? null : Figure.of(target),
                actual == null ? null : Figure.of(actual),
                status);
    }
}
