package org.muniment.ops.forms;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.muniment.query.page.Words;
import org.muniment.query.picture.PlanPicture;
import org.muniment.query.picture.SnapshotPicture;
import org.muniment.query.quarters.Mending;

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

    /** Its quarter and cut-off, and its name as a quarter may have several. */
    static String pack(SnapshotPicture pack) {
        return "%s, figures to %s (%s)"
                .formatted(pack.quarter(), day(pack.asAt()), pack.id().value());
    }

    /** By its name in an override: its kind, and what it is about where that is one thing. */
    static String finding(String name, PlanPicture plan) {
        String[] parts = name.split(":", 2);
        String kind = WORDS.finding(parts[0]);
        return parts.length == 1 ? kind : kind + ": " + Mending.thing(parts[1], plan);
    }

    /** A sentence with its dates as people write them. */
    static String prose(String sentence) {
        return WORDS.prose(sentence);
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
