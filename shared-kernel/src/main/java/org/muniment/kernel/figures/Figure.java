package org.muniment.kernel.figures;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/**
 * A decimal as typed: 33.3 and 33.30 are different figures of the same {@linkplain #sameValue
 * value}. Travels as a JSON string. At most 15 digits before the point and 6 after.
 */
public record Figure(BigDecimal value) {
    private static final Pattern FORM = Pattern.compile("-?(0|[1-9][0-9]{0,14})(\\.[0-9]{1,6})?");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Figure of(String text) {
        if (text == null || !FORM.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "must be a decimal such as 83.33 or -1.25: at most 15 digits before the point"
                            + " and 6 after it");
        }
        return new Figure(new BigDecimal(text));
    }

    /** {@code part} of {@code whole} in per cent, HALF_UP at {@code scale} decimal places. */
    public static Figure share(Figure part, Figure whole, int scale) {
        return new Figure(
                part.value.multiply(HUNDRED).divide(whole.value, scale, RoundingMode.HALF_UP));
    }

    /** {@code dividend / divisor}, HALF_UP at {@code scale} decimal places. */
    public static Figure quotient(Figure dividend, Figure divisor, int scale) {
        return new Figure(dividend.value.divide(divisor.value, scale, RoundingMode.HALF_UP));
    }

    public Figure plus(Figure other) {
        return new Figure(value.add(other.value));
    }

    public Figure minus(Figure other) {
        return new Figure(value.subtract(other.value));
    }

    public Figure times(Figure other) {
        return new Figure(value.multiply(other.value));
    }

    public Figure negated() {
        return new Figure(value.negate());
    }

    public Figure magnitude() {
        return new Figure(value.abs());
    }

    /** HALF_UP at {@code scale} decimal places: 0.1265 becomes 0.127. */
    public Figure rounded(int scale) {
        return new Figure(value.setScale(scale, RoundingMode.HALF_UP));
    }

    /** Whether it is within the bounds that can be stored and read again. */
    public boolean isStorable() {
        return FORM.matcher(toString()).matches();
    }

    public int scale() {
        return value.scale();
    }

    public int signum() {
        return value.signum();
    }

    public boolean isZero() {
        return value.signum() == 0;
    }

    public boolean exceeds(Figure other) {
        return value.compareTo(other.value) > 0;
    }

    public boolean sameValue(Figure other) {
        return value.compareTo(other.value) == 0;
    }

    @Override
    @JsonValue
    public String toString() {
        return value.toPlainString();
    }
}
