package org.muniment.kernel.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * An event as it lies in the log: every column, and nothing read into any of them. A text stands
 * for its bytes in UTF-8, one to one.
 *
 * @param position counts from 1, without a gap
 * @param stream names the thing that the event is about
 * @param sequence of the event in its stream, from 0
 * @param noun the kind of thing its stream is of
 * @param recordedAt an instant, as written
 * @param type with {@code revision}, the form of the payload
 */
public record StoredEvent(
        long position,
        String eventId,
        String stream,
        long sequence,
        String noun,
        String recordedAt,
        String type,
        String revision,
        String payload,
        String metadata) {

    /**
     * The text that these bytes are.
     *
     * @throws BadEvidence where they are not UTF-8: a decoder that mends them would let different
     *     bytes pass for the same
     */
    public static String text(byte[] stored) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(stored)).toString();
        } catch (CharacterCodingException damaged) {
            throw new BadEvidence("a stored text is not UTF-8");
        }
    }
}
