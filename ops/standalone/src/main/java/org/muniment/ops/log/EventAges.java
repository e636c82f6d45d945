package org.muniment.ops.log;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** How long events have been on disk: what waits for something is as late as its oldest one. */
@Component
public final class EventAges {
    private final JdbcTemplate readers;
    private final Clock clock;

    EventAges(LogFile file, Clock clock) {
        this.readers = new JdbcTemplate(file.readers());
        this.clock = clock;
    }

    /** Of the first event after {@code position}, in seconds; 0 where there is none. */
    public double secondsAfter(long position) {
        List<String> recorded =
                readers.queryForList(
                        "SELECT recorded_at FROM events WHERE position > ? ORDER BY position"
                                + " LIMIT 1",
                        String.class,
                        position);
        return recorded.stream()
                .map(Instant::parse)
                .mapToDouble(at -> Duration.between(at, clock.instant()).toMillis() / 1000.0)
                .map(age -> Math.max(0, age))
                .findFirst()
                .orElse(0);
    }
}
