package org.muniment.kernel.kpi;

import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.figures.Unit;
import org.muniment.kernel.words.Malformed;

/** A figure and, where known, the count it was worked out from: 83.33 from 20 of 24. */
public record Measurement(Figure actual, Figure numerator, Figure denominator) {
    public Measurement {
        if ((numerator == null) != (denominator == null)) {
            String missing = numerator == null ? "numerator" : "denominator";
            throw new Malformed(missing, "numerator and denominator are given together");
        }
        if (denominator != null && denominator.isZero()) {
            throw new Malformed("denominator", "must not be zero");
        }
    }

    /** Whether the figure is what its own counts give, HALF_UP at the places it was typed with. */
    public boolean agreesWithItsCounts(Unit unit) {
        return numerator == null || worked(unit).sameValue(actual);
    }

    /** What the counts give, at the places of the figure. */
    public Figure worked(Unit unit) {
        return unit == Unit.PERCENT
                ? Figure.share(numerator, denominator, actual.scale())
                : Figure.quotient(numerator, denominator, actual.scale());
    }
}
