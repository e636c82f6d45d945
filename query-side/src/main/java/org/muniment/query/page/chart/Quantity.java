package org.muniment.query.page.chart;

import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.figures.Unit;

/** A figure with its unit, as a reader says it: 83.33%, £12, 4 days. */
public final class Quantity {
    private Quantity() {}

    /** Empty where there is no figure. */
    public static String of(Figure figure, Unit unit) {
        if (figure == null) {
            return "";
        }
        return switch (unit) {
            case PERCENT -> figure + "%";
            case GBP -> figure.signum() < 0 ? "-£" + figure.magnitude() : "£" + figure;
            case DAYS -> figure + (figure.sameValue(Figure.of("1")) ? " day" : " days");
            case NUMBER, SCORE -> figure.toString();
        };
    }
}
