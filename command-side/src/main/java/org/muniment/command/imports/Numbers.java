package org.muniment.command.imports;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.muniment.kernel.figures.Figure;

/**
 * Figures as councils type them: 1,234.50, £1.2, (1.25), (1.25)%, 1.25%, −3, 1.25-. The digits stay
 * as they were typed; only what stands around them goes.
 */
final class Numbers {
    private static final Pattern FORM =
            Pattern.compile(
                    "(?<open>\\()?\\s*(?<before>[-+−])?\\s*£?\\s*(?<sign>[-+−])?"
                            + "(?<whole>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]*)(?<fraction>\\.[0-9]+)?"
                            + "\\s*%?\\s*(?<after>[-−])?\\s*(?<close>\\))?\\s*%?");
    private static final String EXPECTATION =
            "must be a decimal such as 1,234.50, -1.25, (1.25) or 83.33%";

    /** Beyond it nobody types a figure, and looking for one could take long. */
    private static final int LONGEST = 40;

    private Numbers() {}

    static Figure figure(String text) {
        Matcher form = FORM.matcher(text);
        if (text.length() > LONGEST || !form.matches() || !isWhole(form)) {
            throw new IllegalArgumentException(EXPECTATION + Characters.foreign(text));
        }
        String whole = form.group("whole").replace(",", "");
        String fraction = form.group("fraction");
        String digits = (whole.isEmpty() ? "0" : whole) + (fraction == null ? "" : fraction);
        return Figure.of(isNegative(form) ? "-" + digits : digits);
    }

    /** There are digits, brackets come in pairs, and there is one sign and one % at most. */
    private static boolean isWhole(Matcher form) {
        String text = form.group();
        boolean opened = form.group("open") != null;
        boolean closed = form.group("close") != null;
        return (!form.group("whole").isEmpty() || form.group("fraction") != null)
                && opened == closed
                && signs(form).count() + (opened ? 1 : 0) <= 1
                && text.indexOf('%') == text.lastIndexOf('%');
    }

    private static Stream<String> signs(Matcher form) {
        return Stream.of("before", "sign", "after").map(form::group).filter(Objects::nonNull);
    }

    private static boolean isNegative(Matcher form) {
        return form.group("open") != null || signs(form).anyMatch(sign -> !sign.equals("+"));
    }
}
