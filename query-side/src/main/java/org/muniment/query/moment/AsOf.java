package org.muniment.query.moment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.muniment.kernel.time.London;

/**
 * The moment an answer speaks of.
 *
 * @param position the first so many events of the log were known
 * @param instant the end of the day asked for, or the instant asked for, or now
 * @param recordedThrough when the last of those events was recorded; absent where there is none
 * @param settled true where a later event is already recorded: the answer never changes
 * @param day the London day of the moment: the default cut-off of a report
 */
public record AsOf(
        long position,
        Instant instant,
        ZoneId zone,
        Instant recordedThrough,
        @JsonProperty("final") boolean settled,
        @JsonIgnore LocalDate day) {
    AsOf(long position, Instant instant, Instant recordedThrough, boolean settled, LocalDate day) {
        this(position, instant, London.ZONE, recordedThrough, settled, day);
    }
}
