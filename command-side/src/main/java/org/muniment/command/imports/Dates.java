package org.muniment.command.imports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muniment.kernel.time.MonthOrDay;

/** Days and months as councils type them. What could mean two days is refused. */
final class Dates {
    private static final Pattern ISO_DAY = Pattern.compile("([12][0-9]{3})-([0-9]{2})-([0-9]{2})");
    private static final Pattern ISO_MONTH = Pattern.compile("([12][0-9]{3})-([0-9]{2})");
    private static final Pattern BRITISH =
            Pattern.compile("([0-9]{1,2})/([0-9]{1,2})/([12][0-9]{3})");
    private static final Pattern NAMED =
            Pattern.compile("([A-Za-z]{3,9})[ -]([0-9]{2}|[12][0-9]{3})");
    private static final List<String> MONTHS =
            List.of(
                    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
                    "dec");
    private static final List<String> NAMES =
            List.of(
                    "january",
                    "february",
                    "march",
                    "april",
                    "may",
                    "june",
                    "july",
                    "august",
                    "september",
                    "october",
                    "november",
                    "december");
    private static final int CENTURY = 2000;
    private static final String DAY = "must be a day such as 2017-07-31 or 31/07/2017, day first";
    private static final String MONTH = "must be a month such as 2017-07, Jul-17 or July 2017";

    private Dates() {}

    static LocalDate day(String text) {
        Matcher iso = ISO_DAY.matcher(text);
        if (iso.matches()) {
            return day(iso.group(1), iso.group(2), iso.group(3));
        }
        Matcher british = BRITISH.matcher(text);
        if (british.matches()) {
            return day(british.group(3), british.group(2), british.group(1));
        }
        throw new IllegalArgumentException(DAY);
    }

    /** A spreadsheet keeps a month as its first day. */
    static YearMonth month(String text) {
        Matcher iso = ISO_MONTH.matcher(text);
        if (iso.matches()) {
            return month(Integer.parseInt(iso.group(1)), Integer.parseInt(iso.group(2)));
        }
        Matcher named = NAMED.matcher(text);
        if (named.matches()) {
            return month(year(named.group(2)), number(named.group(1).toLowerCase(Locale.ROOT)));
        }
        if (ISO_DAY.matcher(text).matches() && day(text).getDayOfMonth() == 1) {
            return YearMonth.from(day(text));
        }
        throw new IllegalArgumentException(MONTH);
    }

    static MonthOrDay monthOrDay(String text) {
        if (ISO_DAY.matcher(text).matches() || BRITISH.matcher(text).matches()) {
            LocalDate day = day(text);
            return new MonthOrDay(YearMonth.from(day), day);
        }
        return new MonthOrDay(month(text), null);
    }

    private static LocalDate day(String year, String month, String day) {
        try {
            return LocalDate.of(
                    Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
        } catch (DateTimeException impossible) {
            throw new IllegalArgumentException(DAY);
        }
    }

    private static YearMonth month(int year, int month) {
        try {
            return YearMonth.of(year, month);
        } catch (DateTimeException impossible) {
            throw new IllegalArgumentException(MONTH);
        }
    }

    private static int year(String text) {
        int year = Integer.parseInt(text);
        return text.length() == 2 ? CENTURY + year : year;
    }

    /** 0 is no month, and is refused as such. */
    private static int number(String name) {
        return 1
                + Math.max(MONTHS.indexOf(name.equals("sept") ? "sep" : name), NAMES.indexOf(name));
    }
}
