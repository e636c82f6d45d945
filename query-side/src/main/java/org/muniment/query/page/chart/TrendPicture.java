package org.muniment.query.page.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.figures.Unit;
import org.muniment.query.page.chart.TrendChart.Month;

/** Draws a trend: the target a dashed line, the figures a line with a mark for each. */
final class TrendPicture {
    private static final int WIDTH = 400;
    private static final int HEIGHT = 230;
    private static final int LEFT = 62;
    private static final int RIGHT = WIDTH - 14;
    private static final int TOP = 34;
    private static final int FOOT = HEIGHT - 28;

    private static final int MONTHS_IN_QUARTER = 3;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final TrendChart chart;
    private final List<Month> months;
    private final Axis axis;
    private final Drawing drawing;

    TrendPicture(TrendChart chart) {
        this.chart = chart;
        months = chart.months();
        axis = Axis.ofTrend(values(), chart.unit() == Unit.PERCENT ? HUNDRED : null);
        drawing = new Drawing(chart.id(), WIDTH, HEIGHT, chart.title(), description());
    }

    String svg() {
        key();
        axis.ticks().forEach(this::tick);
        for (int i = 0; i < months.size(); i += MONTHS_IN_QUARTER) {
            String name = name(months.get(i).month(), TextStyle.SHORT);
            drawing.words(name, "x", x(i), "y", HEIGHT - 8, "text-anchor", "middle");
        }
        band();
        drawing.shape("polyline", "class", "chart-target", "points", steps());
        runs().forEach(
                        run ->
                                drawing.shape(
                                        "polyline", "class", "chart-actual", "points", line(run)));
        for (int i = 0; i < months.size(); i++) {
            Month month = months.get(i);
            if (month.actual() != null) {
                Mark.of(month.status()).draw(drawing, x(i), y(month.actual()));
            }
        }
        return drawing.svg();
    }

    private void key() {
        drawing.shape("path", "class", "chart-actual", "d", "M" + LEFT + " 14h24");
        drawing.words("Actual", "x", LEFT + 30, "y", 19);
        drawing.shape("path", "class", "chart-target", "d", "M" + (LEFT + 90) + " 14h24");
        drawing.words("Target", "x", LEFT + 120, "y", 19);
    }

    private void tick(BigDecimal value) {
        Figure figure = new Figure(value.stripTrailingZeros());
        drawing.shape(
                "path", "class", "chart-grid", "d", "M" + LEFT + " " + y(figure) + "H" + RIGHT);
        drawing.words(
                chart.printed(figure),
                "x",
                LEFT - 6,
                "y",
                y(figure).add(BigDecimal.valueOf(4)),
                "text-anchor",
                "end");
    }

    /** Between the target less the band and the target plus it. */
    private void band() {
        if (chart.band() == null) {
            return;
        }
        Figure band = chart.band();
        List<Integer> known = known(Month::target);
        Stream<String> above = known.stream().map(i -> point(i, months.get(i).target().plus(band)));
        Stream<String> below =
                IntStream.iterate(known.size() - 1, i -> i >= 0, i -> i - 1)
                        .mapToObj(known::get)
                        .map(i -> point(i, months.get(i).target().minus(band)));
        drawing.shape(
                "polygon",
                "class",
                "chart-band",
                "points",
                Stream.concat(above, below).collect(Collectors.joining(" ")));
    }

    /** A target holds until the next one. */
    private String steps() {
        StringJoiner points = new StringJoiner(" ");
        Figure last = null;
        for (int month : known(Month::target)) {
            Figure target = months.get(month).target();
            if (last != null && !last.sameValue(target)) {
                points.add(point(month, last));
            }
            points.add(point(month, target));
            last = target;
        }
        return points.toString();
    }

    /** The months with figures, parted where a figure is missing between two. */
    private List<List<Integer>> runs() {
        int apart =
                switch (chart.cadence()) {
                    case MONTHLY -> 1;
                    case QUARTERLY -> MONTHS_IN_QUARTER;
                    case HALF_YEARLY -> 2 * MONTHS_IN_QUARTER;
                    case ANNUAL -> 4 * MONTHS_IN_QUARTER;
                };
        List<List<Integer>> runs = new ArrayList<>();
        int last = -apart - 1;
        for (int month : known(Month::actual)) {
            if (month - last > apart) {
                runs.add(new ArrayList<>());
            }
            runs.get(runs.size() - 1).add(month);
            last = month;
        }
        return runs.stream().filter(run -> run.size() > 1).toList();
    }

    private String line(List<Integer> run) {
        return run.stream()
                .map(i -> point(i, months.get(i).actual()))
                .collect(Collectors.joining(" "));
    }

    private List<Integer> known(Function<Month, Figure> figure) {
        return IntStream.range(0, months.size())
                .filter(i -> figure.apply(months.get(i)) != null)
                .boxed()
                .toList();
    }

    private String point(int month, Figure figure) {
        return x(month) + "," + y(figure);
    }

    private BigDecimal x(int month) {
        return BigDecimal.valueOf((RIGHT - LEFT) * (2L * month + 1))
                .divide(BigDecimal.valueOf(2L * months.size()), 1, RoundingMode.HALF_UP)
                .add(BigDecimal.valueOf(LEFT));
    }

    private BigDecimal y(Figure figure) {
        return BigDecimal.valueOf(FOOT).subtract(axis.along(figure.value(), FOOT - TOP));
    }

    private List<BigDecimal> values() {
        return months.stream()
                .flatMap(month -> Stream.concat(Stream.ofNullable(month.actual()), bounds(month)))
                .map(Figure::value)
                .toList();
    }

    private Stream<Figure> bounds(Month month) {
        return month.target() == null || chart.band() == null
                ? Stream.ofNullable(month.target())
                : Stream.of(month.target().minus(chart.band()), month.target().plus(chart.band()));
    }

    private String description() {
        String span =
                "Actual and target by month, %s to %s. %s."
                        .formatted(
                                name(months.get(0).month(), TextStyle.FULL),
                                name(months.get(months.size() - 1).month(), TextStyle.FULL),
                                chart.direction());
        return months.stream()
                .filter(month -> month.actual() != null)
                .reduce((earlier, later) -> later)
                .map(latest -> span + " " + sentence(latest))
                .orElse(span);
    }

    private String sentence(Month month) {
        return "Latest: %s in %s%s, %s."
                .formatted(
                        chart.printed(month.actual()),
                        name(month.month(), TextStyle.FULL),
                        month.target() == null
                                ? ""
                                : " against a target of " + chart.printed(month.target()),
                        Mark.of(month.status()).word());
    }

    private static String name(YearMonth month, TextStyle style) {
        String name = month.getMonth().getDisplayName(style, Locale.UK);
        return style == TextStyle.SHORT ? name.substring(0, 3) : name + " " + month.getYear();
    }
}
