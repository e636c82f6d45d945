package org.muniment.kernel.words;

import java.lang.Character.UnicodeScript;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Checks of written text. Each returns the text unchanged or throws with a message for people. */
public final class Text {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9]{0,9}");

    private Text() {}

    /** An id chosen by the client: 1 to 64 of a-z, 0-9 and hyphen, not starting with a hyphen. */
    public static String id(String text) {
        return matching(
                ID,
                text,
                "must be 1 to 64 lower-case letters, digits or hyphens, not starting with a hyphen");
    }

    /** A code as committees print it (CBC, SFS): 1 to 10 of A-Z and 0-9, starting with a letter. */
    public static String code(String text) {
        return matching(
                CODE, text, "must be 1 to 10 capital letters or digits, starting with a letter");
    }

    /** One line of at most {@code limit} characters. */
    public static String line(String text, int limit) {
        return clean(text, limit, false);
    }

    /** Any number of lines, at most {@code limit} characters together. */
    public static String lines(String text, int limit) {
        return clean(text, limit, true);
    }

    static String matching(Pattern pattern, String text, String expectation) {
        if (text == null || !pattern.matcher(text).matches()) {
            throw new IllegalArgumentException(expectation + lookAlikes(text));
        }
        return text;
    }

    private static String clean(String text, int limit, boolean manyLines) {
        if (text == null || text.codePoints().allMatch(Text::isInvisible)) {
            throw new IllegalArgumentException("must not be blank");
        }
        if (text.length() > limit) {
            throw new IllegalArgumentException("must be at most " + limit + " characters");
        }
        text.codePoints()
                .filter(point -> isForbidden(point, manyLines))
                .findFirst()
                .ifPresent(
                        point -> {
                            throw new IllegalArgumentException(
                                    "holds a character that cannot be shown: " + name(point));
                        });
        return text;
    }

    /**
     * Control characters, halves of surrogate pairs, non-characters, and the invisible ones that
     * reorder or hide text on a page (U+202E and its kind, zero-width space, byte order mark).
     */
    private static boolean isForbidden(int point, boolean manyLines) {
        if (manyLines && (point == '\n' || point == '\r' || point == '\t')) {
            return false;
        }
        int type = Character.getType(point);
        return type == Character.CONTROL
                || type == Character.SURROGATE
                || (point & 0xFFFE) == 0xFFFE
                || point >= 0xFDD0 && point <= 0xFDEF
                || point == 0x200E
                || point == 0x200F
                || point == 0x061C
                || point >= 0x202A && point <= 0x202E
                || point >= 0x2066 && point <= 0x2069
                || point == 0x200B
                || point == 0x2028
                || point == 0x2029
                || point == 0xFEFF;
    }

    private static boolean isInvisible(int point) {
        return Character.isWhitespace(point)
                || Character.isSpaceChar(point)
                || Character.getType(point) == Character.FORMAT;
    }

    private static String lookAlikes(String text) {
        if (text == null) {
            return "";
        }
        String foreign =
                text.codePoints()
                        .filter(
                                point ->
                                        Character.isLetter(point)
                                                && UnicodeScript.of(point) != UnicodeScript.LATIN)
                        .distinct()
                        .limit(5)
                        .mapToObj(point -> Character.toString(point) + " " + name(point))
                        .collect(Collectors.joining(", "));
        return foreign.isEmpty()
                ? ""
                : "; these letters are not of the Latin alphabet, though they may look so: "
                        + foreign;
    }

    private static String name(int point) {
        return "(U+%04X)".formatted(point);
    }
}
