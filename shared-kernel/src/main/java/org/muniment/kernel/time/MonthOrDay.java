package org.muniment.kernel.time;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;

/** A planned date with the precision it was given: a month (2017-06) or a day (2017-06-30). */
public record MonthOrDay(YearMonth month, LocalDate day) {
    private static final String EXPECTATION =
            "must be a month (2017-06) or a day (2017-06-30) of the calendar";
    private static final int MONTH_LENGTH = "2017-06".length();

    @JsonCreator(mode = JsonCreator.Mode.DISABLED)
    public MonthOrDay {
        if (day != null && !YearMonth.from(day).equals(month)) {
            throw new IllegalArgumentException("the day must lie in the month");
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static MonthOrDay of(String text) {
        if (text == null || !text.matches("[12][0-9]{3}-[0-9]{2}(-[0-9]{2})?")) {
            throw new IllegalArgumentException(EXPECTATION);
        }
        try {
            if (text.length() == MONTH_LENGTH) {
                return new MonthOrDay(YearMonth.parse(text), null);
            }
            LocalDate day = LocalDate.parse(text);
            return new MonthOrDay(YearMonth.from(day), day);
        } catch (DateTimeParseException impossible) {
            throw new IllegalArgumentException(EXPECTATION);
        }
    }

    public LocalDate firstDay() {
        return day == null ? month.atDay(1) : day;
    }

    public LocalDate lastDay() {
        return day == null ? month.atEndOfMonth() : day;
    }

    @Override
    @JsonValue
    public String toString() {
        return day == null ? month.toString() : day.toString();
    }
}
