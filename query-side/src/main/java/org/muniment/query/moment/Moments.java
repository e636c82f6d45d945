package org.muniment.query.moment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.muniment.kernel.time.London;
import org.muniment.kernel.words.Malformed;
import org.muniment.query.journal.LaneHeads.Head;
import org.muniment.query.journal.ReadPosition;
import org.muniment.query.journal.Timeline;

/**
 * Turns the words of a question into a position.
 *
 * <p>A day means everything recorded before it ended in London. An instant means everything
 * recorded up to and including it. {@code position:N} means the first N events. No word means now:
 * everything on disk when the question came.
 */
public final class Moments {
    private static final String POSITION = "position:";
    private static final Pattern FORM = Pattern.compile("(19|2[01])[0-9]{2}-[0-9]{2}-.{2,40}");
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Timeline timeline;
    private final ReadPosition readPosition;
    private final LogHead logHead;
    private final Clock clock;

    public Moments(Timeline timeline, ReadPosition readPosition, LogHead logHead, Clock clock) {
        this.timeline = timeline;
        this.readPosition = readPosition;
        this.logHead = logHead;
        this.clock = clock;
    }

    /**
     * @param text a day, an instant with its offset, {@code position:N}, or null for now
     * @param field the request's name for it, for the error
     * @throws Malformed where it is none of these
     * @throws NotCaughtUp where the read side does not reach that moment within 5 s
     */
    public AsOf resolve(String text, String field) {
        if (text == null || text.isBlank()) {
            return now();
        }
        if (text.startsWith(POSITION)) {
            return position(text.substring(POSITION.length()), field);
        }
        if (!FORM.matcher(text).matches()) {
            throw unreadable(field);
        }
        try {
            return text.contains("T") ? instant(text) : day(LocalDate.parse(text));
        } catch (DateTimeParseException impossible) {
            throw unreadable(field);
        }
    }

    private static Malformed unreadable(String field) {
        return new Malformed(
                field,
                "must be a day (2017-09-14), an instant with its offset"
                        + " (2017-09-14T12:00:00+01:00) or a position (position:412)");
    }

    /**
     * Waits until the event at {@code position} can be read: a sender's own change, so it is on
     * disk.
     *
     * @throws Malformed where the log does not reach so far: nobody was told that position
     */
    public void awaitOwn(Long position, String field) {
        if (position == null) {
            return;
        }
        long end = logHead.position();
        if (position < 0 || position > end) {
            throw new Malformed(field, "the log holds " + end + " events");
        }
        awaitPosition(position);
    }

    private void awaitPosition(long position) {
        if (!readPosition.await(position, PATIENCE)) {
            throw new NotCaughtUp(position);
        }
    }

    private AsOf now() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Head head = caughtUp();
        return new AsOf(head.position(), now, recordedThrough(head), false, London.dayOf(now));
    }

    private AsOf day(LocalDate day) {
        Instant end = London.endOf(day);
        return at(end.minusNanos(1), end, day);
    }

    private AsOf instant(String text) {
        // An unescaped + in a query string arrives as a space.
        Instant instant = OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
        return at(instant, instant, London.dayOf(instant));
    }

    /**
     * Settled once anything later is recorded: recorded times never go back, even if the clock
     * does.
     */
    private AsOf at(Instant inclusive, Instant shown, LocalDate day) {
        Head head = readPosition.head();
        if (!head.recordedAt().isAfter(inclusive)) {
            head = caughtUp();
        }
        long position = timeline.positionAt(inclusive, head.position());
        boolean settled = head.recordedAt().isAfter(inclusive);
        return new AsOf(position, shown, recordedAt(position), settled, day);
    }

    private AsOf position(String text, String field) {
        long position;
        try {
            position = Long.parseUnsignedLong(text);
        } catch (NumberFormatException notANumber) {
            throw new Malformed(field, "position: must be followed by a number, such as 412");
        }
        long end = logHead.position();
        if (position < 0 || position > end) {
            throw new Malformed(field, "the log holds " + end + " events");
        }
        awaitPosition(position);
        Instant recorded = recordedAt(position);
        Instant shown = recorded == null ? Instant.EPOCH : recorded;
        return new AsOf(position, shown, recorded, true, London.dayOf(shown));
    }

    private Head caughtUp() {
        awaitPosition(logHead.position());
        return readPosition.head();
    }

    private Instant recordedAt(long position) {
        return position == 0 ? null : timeline.recordedAt(position);
    }

    private static Instant recordedThrough(Head head) {
        return head.position() == 0 ? null : head.recordedAt();
    }
}
