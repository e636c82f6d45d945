package org.muniment.kernel.figures;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a target was worked out, as typed: {@code 0.110 x 1.15} is a product, {@code 85 / 97} a share
 * in per cent. Rounded HALF_UP; a product without a stated result keeps the places of its first
 * factor, a share two.
 */
public record Derivation(@JsonValue String text) {
    private static final Pattern FORM = Pattern.compile("(\\S{1,23}) ([x×*/]) (\\S{1,23})");
    private static final int SHARE_PLACES = 2;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Derivation {
        Matcher parts = parse(text);
        Figure.of(parts.group(1));
        if (Figure.of(parts.group(3)).isZero() && isShare(parts)) {
            throw new IllegalArgumentException("must not divide by zero");
        }
        if (!result(parts, places(parts)).isStorable()) {
            throw new IllegalArgumentException("has a result too large to be kept");
        }
    }

    public Figure result() {
        Matcher parts = parse(text);
        return result(parts, places(parts));
    }

    /** The result HALF_UP at {@code scale} decimal places. */
    public Figure result(int scale) {
        return result(parse(text), scale);
    }

    private static int places(Matcher parts) {
        return isShare(parts) ? SHARE_PLACES : Figure.of(parts.group(1)).scale();
    }

    private static Figure result(Matcher parts, int scale) {
        Figure first = Figure.of(parts.group(1));
        Figure second = Figure.of(parts.group(3));
        return isShare(parts)
                ? Figure.share(first, second, scale)
                : first.times(second).rounded(scale);
    }

    private static boolean isShare(Matcher parts) {
        return parts.group(2).equals("/");
    }

    private static Matcher parse(String text) {
        Matcher parts = FORM.matcher(text == null ? "" : text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "must be a product (0.110 x 1.15) or a share (85 / 97)");
        }
        return parts;
    }

    @Override
    public String toString() {
        return text;
    }
}
