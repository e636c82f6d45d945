package org.muniment.ops.oracle;

import java.math.BigDecimal;

/**
 * One thing somebody might say, in any order and however often. What is said of things that do not
 * exist, or against a rule, is refused by the product; the oracle hears only what was accepted.
 *
 * @param thing which KPI, project or line, from 0
 * @param month of the financial year, 0 for April; days are the last of it
 * @param amount tenths
 */
record Said(Kind kind, int thing, int month, int amount, int choice) {
    enum Kind {
        DEFINE_KPI,
        ACTUAL,
        NOT_MEASURED,
        RESTATEMENT,
        ADD_PROJECT,
        PROGRESS,
        COMPLETION,
        RESCHEDULE,
        APPROVE_LINE,
        ADJUSTMENT,
        FORECAST
    }

    BigDecimal figure() {
        return BigDecimal.valueOf(amount, 1);
    }
}
