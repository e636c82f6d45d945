package org.muniment.kernel.meeting;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;
import org.muniment.kernel.time.London;
import org.muniment.kernel.time.MonthOrDay;

/**
 * When a meeting starts, as far as it is fixed yet: a month (2022-06), a day (2022-06-14), or a
 * time in London (2017-09-14T18:00, stored with its offset).
 *
 * @param date the month or day; with a time, its day in London
 * @param time absent until the time is fixed
 */
public record MeetingTime(MonthOrDay date, OffsetDateTime time) {
    private static final String EXPECTATION =
            "must be a time in London (2017-09-14T18:00), or a day or month where no time is fixed";
    private static final int EARLIEST = 1900;
    private static final int LATEST = 2199;
    private static final Pattern LOCAL =
            Pattern.compile("(19|2[01])[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?");
    private static final Pattern OFFSET =
            Pattern.compile(LOCAL.pattern() + "(\\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})");

    @JsonCreator(mode = JsonCreator.Mode.DISABLED)
    public MeetingTime {}

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static MeetingTime of(String text) {
        if (text == null || !text.contains("T")) {
            return new MeetingTime(MonthOrDay.of(text), null);
        }
        return at(parse(text).toInstant());
    }

    public static MeetingTime at(Instant instant) {
        OffsetDateTime time =
                instant.truncatedTo(ChronoUnit.MINUTES).atZone(London.ZONE).toOffsetDateTime();
        if (time.getYear() < EARLIEST || time.getYear() > LATEST) {
            throw new IllegalArgumentException(EXPECTATION);
        }
        return new MeetingTime(MonthOrDay.of(time.toLocalDate().toString()), time);
    }

    private static OffsetDateTime parse(String text) {
        try {
            if (OFFSET.matcher(text).matches()) {
                return OffsetDateTime.parse(text);
            }
            if (LOCAL.matcher(text).matches()) {
                return inLondon(LocalDateTime.parse(text));
            }
        } catch (DateTimeException impossible) {
            throw new IllegalArgumentException(EXPECTATION, impossible);
        }
        throw new IllegalArgumentException(EXPECTATION);
    }

    /** The hour the clocks skip in March does not exist; the one in October exists twice. */
    private static OffsetDateTime inLondon(LocalDateTime local) {
        return switch (London.ZONE.getRules().getValidOffsets(local).size()) {
            case 0 ->
                    throw new IllegalArgumentException(
                            "does not exist in London: the clocks go forward in that hour");
            case 1 -> local.atZone(London.ZONE).toOffsetDateTime();
            default ->
                    throw new IllegalArgumentException(
                            "happens twice in London: add the offset, such as +01:00");
        };
    }

    /** The moment it speaks of: its start, or the end of its day; empty while only a month. */
    public Optional<Instant> moment() {
        if (time != null) {
            return Optional.of(time.toInstant());
        }
        return date.day() == null ? Optional.empty() : Optional.of(London.endOf(date.day()));
    }

    /** The latest instant at which it can still begin. */
    public Instant latest() {
        return time == null ? London.endOf(date.lastDay()) : time.toInstant();
    }

    @Override
    @JsonValue
    public String toString() {
        return time == null ? date.toString() : time.toString();
    }
}
