package org.muniment.kernel.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * What the ledger binds of one event: every stored column. Texts are the bytes as stored, never
 * read and written again.
 *
 * @param origin names the log, so that no event can be passed off as another log's
 * @param position counts from 1; the leaf's index is one less
 * @param noun the kind of thing its stream is of
 */
public record LeafEntry(
        String origin,
        long position,
        String eventId,
        String stream,
        long sequence,
        String noun,
        String recordedAt,
        String type,
        String revision,
        byte[] payload,
        byte[] metadata) {
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
                        number(position),
                        text(eventId),
                        text(stream),
                        number(sequence),
                        text(noun),
                        text(recordedAt),
                        text(type),
                        text(revision),
                        sha256(payload),
                        sha256(metadata));
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

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
