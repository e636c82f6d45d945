package org.muniment.query.page;

import org.muniment.kernel.figures.Figure;

/** Figures as the papers print them: nothing is "-", an overspend stands in parentheses. */
public final class Printed {
    private static final String NOTHING = "-";

    public String money(Figure amount) {
        if (amount == null || amount.isZero()) {
            return NOTHING;
        }
        return amount.signum() < 0 ? "(" + amount.negated() + ")" : amount.toString();
    }

    public String count(long count) {
        return count == 0 ? NOTHING : Long.toString(count);
    }

    public String orNothing(Object value) {
        return value == null ? NOTHING : value.toString();
    }
}
