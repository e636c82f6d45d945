package org.muniment.verifier;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** Words for people. What cannot be put better is shown as it was written. */
final class Plain {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM uuuu 'at' HH:mm:ss 'UTC'", Locale.UK)
                    .withZone(ZoneOffset.UTC);

    private Plain() {}

    static String day(String written) {
        try {
            return DAY.format(LocalDate.parse(written));
        } catch (DateTimeParseException other) {
            return written;
        }
    }

    static String moment(String written) {
        try {
            return moment(Instant.parse(written));
        } catch (DateTimeParseException other) {
            return written;
        }
    }

    static String moment(Instant instant) {
        return MOMENT.format(instant);
    }

    static String count(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    /** One line, whatever it holds: evidence must not be able to write lines of its own. */
    static String line(String text) {
        return text.codePoints()
                .map(point -> shows(point) ? point : ' ')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean shows(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }
}
