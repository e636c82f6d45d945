package org.muniment.query.due;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.muniment.kernel.time.FinancialYear;

/** Months of a financial year that are reported together, the last one included. */
public record Period(YearMonth first, YearMonth last) {
    private static final int MONTHS_IN_YEAR = 12;

    static Period of(YearMonth month) {
        return new Period(month, month);
    }

    /**
     * The last one of so many months that is over at the end of {@code day}; empty before the first
     * one is.
     */
    static Optional<Period> lastOver(FinancialYear year, int months, LocalDate day) {
        YearMonth april = YearMonth.from(year.firstDay());
        long over = april.until(YearMonth.from(day.plusDays(1)), ChronoUnit.MONTHS);
        long periods = Math.min(over, MONTHS_IN_YEAR) / months;
        return periods <= 0
                ? Optional.empty()
                : Optional.of(
                        new Period(
                                april.plusMonths((periods - 1) * months),
                                april.plusMonths(periods * months - 1)));
    }

    public LocalDate firstDay() {
        return first.atDay(1);
    }

    public LocalDate lastDay() {
        return last.atEndOfMonth();
    }
}
