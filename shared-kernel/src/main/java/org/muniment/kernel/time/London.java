package org.muniment.kernel.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Days of the record are days in London: 14 September 2017 ends at 23:00 UTC. */
public final class London {
    public static final ZoneId ZONE = ZoneId.of("Europe/London");

    private London() {}

    /** The first instant that no longer belongs to {@code day}. */
    public static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZONE).toInstant();
    }

    public static LocalDate dayOf(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }
}
