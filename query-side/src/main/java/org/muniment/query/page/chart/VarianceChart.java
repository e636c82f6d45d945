package org.muniment.query.page.chart;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.muniment.kernel.figures.Figure;

/**
 * How far each line of a budget is forecast to end under or over it: underspends to the right of
 * nought, overspends to the left of it and hatched.
 *
 * @param id unique in the page
 * @param unit of all the figures, such as £m
 */
public record VarianceChart(String id, String title, String unit, List<Bar> bars) {
    private static final int WIDTH = 400;
    private static final int ROW = 40;
    private static final int BAR = 16;
    private static final int LEFT = 70;
    private static final int RIGHT = WIDTH - 70;
    private static final int GAP = 5;
    private static final int LONGEST_NAME = 54;

    /**
     * @param variance budget less forecast, so an underspend is positive
     */
    public record Bar(String name, Figure variance) {}

    /** Whether there is a figure to draw. */
    public boolean isDrawn() {
        return !bars.isEmpty();
    }

    /** The picture, as markup to stand in a page; only where it {@link #isDrawn}. */
    public String svg() {
        Drawing drawing = new Drawing(id, WIDTH, bars.size() * ROW, title, description());
        drawing.open("defs")
                .open("pattern", "id", hatching(), "width", 6, "height", 6)
                .with("patternUnits", "userSpaceOnUse", "patternTransform", "rotate(45)")
                .shape("path", "class", "chart-hatching", "d", "M3 0V6")
                .close()
                .close();
        Axis axis =
                Axis.over(
                        Stream.concat(Stream.of(Figure.of("0")), bars.stream().map(Bar::variance))
                                .map(Figure::value)
                                .toList());
        for (int i = 0; i < bars.size(); i++) {
            draw(drawing, axis, bars.get(i), i * ROW);
        }
        return drawing.svg();
    }

    private void draw(Drawing drawing, Axis axis, Bar bar, int top) {
        BigDecimal zero = x(axis, BigDecimal.ZERO);
        BigDecimal end = x(axis, bar.variance.value());
        boolean over = bar.variance.signum() < 0;
        drawing.words(shortened(bar.name), "x", 0, "y", top + 14);
        drawing.shape(
                "rect",
                "class",
                over ? "chart-over" : "chart-under",
                "fill",
                over ? "url(#" + hatching() + ")" : "currentColor",
                "x",
                zero.min(end),
                "y",
                top + 20,
                "width",
                zero.subtract(end).abs(),
                "height",
                BAR);
        drawing.shape("path", "class", "chart-zero", "d", "M" + zero + " " + (top + 18) + "v20");
        drawing.words(
                printed(bar.variance),
                "x",
                end.add(BigDecimal.valueOf(over ? -GAP : GAP)),
                "y",
                top + 33,
                "text-anchor",
                over ? "end" : "start");
    }

    private String hatching() {
        return id + "-over";
    }

    private static BigDecimal x(Axis axis, BigDecimal value) {
        return BigDecimal.valueOf(LEFT).add(axis.along(value, RIGHT - LEFT));
    }

    /** The whole of it stands in the table. */
    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME
                ? name
                : name.substring(0, LONGEST_NAME - 1).stripTrailing() + "…";
    }

    private String description() {
        long over = bars.stream().filter(bar -> bar.variance.signum() < 0).count();
        long under = bars.stream().filter(bar -> bar.variance.signum() > 0).count();
        return "Forecast outturn against budget, in %s: %s under budget, %s over, %s on budget."
                .formatted(unit, under, over, bars.size() - under - over);
    }

    /** As the papers print it. */
    private static String printed(Figure variance) {
        return switch (variance.signum()) {
            case 0 -> "-";
            case 1 -> variance.toString();
            default -> "(" + variance.magnitude() + ")";
        };
    }
}
