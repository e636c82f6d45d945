package org.muniment.kernel.kpi;

import java.time.YearMonth;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.words.Malformed;

/** The target to date at the end of one month. */
public record ProfiledTarget(YearMonth month, Figure target) {
    public ProfiledTarget {
        if (month == null) {
            throw new Malformed("month", "must not be null");
        }
        if (target == null) {
            throw new Malformed("target", "must not be null");
        }
    }
}
