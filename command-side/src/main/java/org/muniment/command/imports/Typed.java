package org.muniment.command.imports;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;

/** What somebody typed into a spreadsheet's cell, from what the file keeps of it. */
final class Typed {
    private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_EVEN);
    private static final int LONGEST = 40;
    private static final int MOST_DIGITS = 30;
    private static final LocalDate DAY_0 = LocalDate.of(1899, 12, 30);
    private static final LocalDate DAY_0_FROM_1904 = LocalDate.of(1904, 1, 1);
    private static final int FIRST_SURE_DAY = 61;
    private static final int LAST_DAY = 200_000;

    private Typed() {}

    /**
     * Spreadsheets keep 15 digits of what is typed, and write 1.1 into the file as
     * 1.1000000000000001. Where both are the same to a spreadsheet, the 15 digits are what was
     * typed; where not, the number was worked out and nobody typed it. The binary number serves the
     * comparison and no more.
     */
    static BigDecimal number(String raw) {
        BigDecimal kept = decimal(raw);
        if (kept.precision() <= DIGITS.getPrecision()) {
            return kept;
        }
        BigDecimal typed = kept.round(DIGITS).stripTrailingZeros();
        if (typed.doubleValue() != kept.doubleValue()) {
            throw new IllegalArgumentException(
                    "holds %s, which has more than 15 digits: round it".formatted(raw));
        }
        return typed.scale() < 0 ? typed.setScale(0) : typed;
    }

    private static BigDecimal decimal(String raw) {
        if (raw == null || raw.length() > LONGEST) {
            throw new IllegalArgumentException("holds no number that can be read");
        }
        try {
            BigDecimal kept = new BigDecimal(raw.trim());
            if (Math.abs((long) kept.scale()) <= MOST_DIGITS) {
                return kept.scale() < 0 ? kept.setScale(0) : kept;
            }
        } catch (NumberFormatException noNumber) {
            // told below
        }
        throw new IllegalArgumentException("holds no number that can be read");
    }

    /** Excel's calendar has a 29 February 1900, so the days before it are not sure. */
    static LocalDate day(BigDecimal number, boolean from1904) {
        boolean whole = number.stripTrailingZeros().scale() <= 0;
        boolean sure =
                number.compareTo(BigDecimal.valueOf(from1904 ? 0 : FIRST_SURE_DAY)) >= 0
                        && number.compareTo(BigDecimal.valueOf(LAST_DAY)) <= 0;
        if (!whole || !sure) {
            throw new IllegalArgumentException("holds a time, or a date that cannot be read");
        }
        return (from1904 ? DAY_0_FROM_1904 : DAY_0).plusDays(number.longValue());
    }
}
