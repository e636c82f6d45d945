package org.muniment.ops.forms;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.muniment.query.page.Words;

/** Values of the API in the words of a page. Pure. */
final class Say {
    private static final Words WORDS = new Words();

    private Say() {}

    /** A month, a day, or a time in London: 14 September 2017 at 6:00 pm. */
    static String time(String value) {
        return value.contains("T")
                ? WORDS.instant(OffsetDateTime.parse(value).toInstant())
                : WORDS.day(value);
    }

    static String instant(Instant instant) {
        return WORDS.instant(instant);
    }

    static String day(Object value) {
        return WORDS.day(value);
    }

    static String event(String type) {
        return WORDS.event(type);
    }

    /** {@code HIGHER_IS_BETTER}: Higher is better. */
    static String constant(Object value) {
        return WORDS.status(value);
    }

    static String capital(String sentence) {
        return sentence.substring(0, 1).toUpperCase(Locale.UK) + sentence.substring(1);
    }

    static String small(String label) {
        return label.substring(0, 1).toLowerCase(Locale.UK) + label.substring(1);
    }
}
