package org.muniment.query.telling;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.muniment.kernel.budget.MoneyUnit;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.kpi.NotMeasuredReason;
import org.muniment.kernel.time.MonthOrDay;
import org.muniment.query.page.Words;

/** Days, figures and reasons as they are said aloud. */
public final class Say {
    private static final Words WORDS = new Words();

    private Say() {}

    public static String day(LocalDate day) {
        return WORDS.day(day);
    }

    public static String month(YearMonth month) {
        return WORDS.month(month);
    }

    public static String date(MonthOrDay date) {
        return WORDS.day(date);
    }

    /** {@code £1.393m} or {@code -£500}. */
    public static String money(Figure amount, MoneyUnit unit) {
        String sign = amount.signum() < 0 ? "-" : "";
        String millions = unit == MoneyUnit.MILLION_POUNDS ? "m" : "";
        return sign + "£" + amount.magnitude() + millions;
    }

    /** {@code 0.024 + 0.016 - 0.011}. */
    public static String sum(List<Figure> terms) {
        StringBuilder sum = new StringBuilder();
        for (Figure term : terms) {
            if (sum.isEmpty()) {
                sum.append(term);
            } else {
                sum.append(term.signum() < 0 ? " - " : " + ").append(term.magnitude());
            }
        }
        return sum.toString();
    }

    public static String notMeasured(NotMeasuredReason reason) {
        return switch (reason) {
            case ANNUAL -> "it is measured once a year";
            case HALF_YEARLY -> "it is measured every half-year";
            case NOT_YET_DEFINED -> "it is not defined yet";
            case AWAITING_DATA -> "its data are awaited";
            case NOT_APPLICABLE -> "it is not applicable";
        };
    }
}
