package org.muniment.kernel.ledger;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

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
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            text(out, FORM);
            text(out, origin);
            out.writeLong(position);
            text(out, eventId);
            text(out, stream);
            out.writeLong(sequence);
            text(out, noun);
            text(out, recordedAt);
            text(out, type);
            text(out, revision);
            out.write(sha256(payload));
            out.write(sha256(metadata));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
