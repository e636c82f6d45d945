package org.muniment.kernel.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What the ledger binds of one event: every stored column.
 *
 * @param origin names the log, so that no event can be passed off as another log's
 */
public record LeafEntry(String origin, StoredEvent event) {
    /** The first field, so that an entry of another form can never be taken for one of this. */
    public static final String FORM = "muniment-leaf/v1";

    public Hash hash() {
        return Hash.ofLeaf(bytes());
    }

    /**
     * Each text after its length in bytes (4, big-endian), each number as 8 bytes, payload and
     * metadata as their SHA-256. No two events have the same bytes.
     */
    public byte[] bytes() {
        List<byte[]> fields =
                List.of(
                        text(FORM),
                        text(origin),
                        number(event.position()),
                        text(event.eventId()),
                        text(event.stream()),
                        number(event.sequence()),
                        text(event.noun()),
                        text(event.recordedAt()),
                        text(event.type()),
                        text(event.revision()),
                        sha256(event.payload()),
                        sha256(event.metadata()));
        ByteBuffer bytes =
                ByteBuffer.allocate(fields.stream().mapToInt(field -> field.length).sum());
        fields.forEach(bytes::put);
        return bytes.array();
    }

    private static byte[] text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Integer.BYTES + bytes.length)
                .putInt(bytes.length)
                .put(bytes)
                .array();
    }

    private static byte[] number(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }

    private static byte[] sha256(String text) {
        return Hash.sha256().digest(text.getBytes(StandardCharsets.UTF_8));
    }
}
