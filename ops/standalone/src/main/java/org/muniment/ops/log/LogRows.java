package org.muniment.ops.log;

import java.util.List;

/** The stored columns of events, byte for byte, whatever they mean. */
public interface LogRows {
    /** Up to {@code limit} rows after a position, in order. */
    List<Row> rowsAfter(long position, int limit);

    /** {@code payload} and {@code metadata} are the bytes on disk. */
    record Row(
            long position,
            String eventId,
            String stream,
            long sequence,
            String noun,
            String recordedAt,
            String type,
            String revision,
            byte[] payload,
            byte[] metadata) {}
}
