package org.muniment.query.journal;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * An event that could not be taken, and what waits behind it so that nothing is taken out of order.
 *
 * @param sequence what stopped: {@code plan:bip-2017-18}, or a keeper and what it keeps apart
 * @param position of the event
 * @param type the stored name and revision of the event
 * @param why in words that repeat nothing of the event
 * @param waiting the positions of the later events of the sequence
 */
public record DeadLetter(
        String sequence,
        long position,
        Instant recordedAt,
        String type,
        String why,
        List<Long> waiting) {
    /** The event itself and those that wait, in order. */
    List<Long> all() {
        return LongStream.concat(
                        LongStream.of(position), waiting.stream().mapToLong(Long::longValue))
                .boxed()
                .toList();
    }

    DeadLetter withWaiting(long later) {
        return new DeadLetter(
                sequence,
                position,
                recordedAt,
                type,
                why,
                Stream.concat(waiting.stream(), Stream.of(later)).toList());
    }
}
