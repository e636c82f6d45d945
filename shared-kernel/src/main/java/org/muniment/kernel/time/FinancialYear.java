package org.muniment.kernel.time;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Locale;

/** A UK local authority's financial year, 1 April to 31 March, written 2017/18. */
public record FinancialYear(int startYear) {
    private static final int EARLIEST = 1974;
    private static final int LATEST = 2199;

    public FinancialYear {
        if (startYear < EARLIEST || startYear > LATEST) {
            throw new IllegalArgumentException(
                    "must lie between " + EARLIEST + " and " + LATEST + ", the years kept here");
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static FinancialYear of(String text) {
        if (text == null || !text.matches("[0-9]{4}/[0-9]{2}")) {
            throw new IllegalArgumentException("must be written as 2017/18");
        }
        FinancialYear year = new FinancialYear(Integer.parseInt(text.substring(0, 4)));
        if (!year.toString().equals(text)) {
            throw new IllegalArgumentException(
                    "must name two years in a row: " + year + ", not " + text);
        }
        return year;
    }

    public LocalDate firstDay() {
        return LocalDate.of(startYear, Month.APRIL, 1);
    }

    public LocalDate lastDay() {
        return LocalDate.of(startYear + 1, Month.MARCH, 31);
    }

    public boolean contains(YearMonth month) {
        return !month.isBefore(YearMonth.from(firstDay()))
                && !month.isAfter(YearMonth.from(lastDay()));
    }

    @Override
    @JsonValue
    public String toString() {
        return String.format(Locale.ROOT, "%d/%02d", startYear, (startYear + 1) % 100);
    }
}
