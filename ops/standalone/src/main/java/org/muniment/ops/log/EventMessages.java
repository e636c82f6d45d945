package org.muniment.ops.log;

import com.google.protobuf.ByteString;
import io.axoniq.axonserver.grpc.MetaDataValue;
import io.axoniq.axonserver.grpc.SerializedObject;
import io.axoniq.axonserver.grpc.event.Event;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.axonframework.common.DateTimeUtils;
import org.muniment.kernel.ledger.BadEvidence;
import org.muniment.kernel.ledger.StoredEvent;

/**
 * An event of the log as a message of Axon Server's and back, to the byte: its leaf in the ledger
 * is the same wherever it is stored. To Axon Server the whole log is one aggregate, so that of all
 * who append at a time one is first: it gives a sequence number once. Tokens and sequence numbers
 * count from 0, positions from 1. Metadata is kept as the one text it is: taken apart and put
 * together again, its order could change.
 */
final class EventMessages {
    static final String LOG = "muniment-log";
    private static final String STREAM = "stream";
    private static final String SEQUENCE = "sequence";
    private static final String NOUN = "noun";
    private static final String METADATA = "metadata";
    private static final Set<String> NOTES = Set.of(STREAM, SEQUENCE, NOUN, METADATA);

    private EventMessages() {}

    /**
     * @throws IllegalArgumentException where the message would not give the same event back
     */
    static Event messageOf(StoredEvent event) {
        Event message =
                Event.newBuilder()
                        .setMessageIdentifier(event.eventId())
                        .setAggregateIdentifier(LOG)
                        .setAggregateSequenceNumber(event.position() - 1)
                        .setAggregateType(LOG)
                        .setTimestamp(Instant.parse(event.recordedAt()).toEpochMilli())
                        .setPayload(
                                SerializedObject.newBuilder()
                                        .setType(event.type())
                                        .setRevision(event.revision())
                                        .setData(ByteString.copyFromUtf8(event.payload())))
                        .putMetaData(STREAM, text(event.stream()))
                        .putMetaData(SEQUENCE, number(event.sequence()))
                        .putMetaData(NOUN, text(event.noun()))
                        .putMetaData(METADATA, text(event.metadata()))
                        .build();
        if (!eventOf(event.position() - 1, message).equals(event)) {
            throw new IllegalArgumentException(
                    "event %d would not come back as it is".formatted(event.position()));
        }
        return message;
    }

    /**
     * @throws BadEvidence where the message is none of ours
     */
    static StoredEvent eventOf(long token, Event message) {
        Map<String, MetaDataValue> metadata = message.getMetaDataMap();
        if (!metadata.keySet().equals(NOTES)
                || !message.getAggregateIdentifier().equals(LOG)
                || message.getAggregateSequenceNumber() != token) {
            throw new BadEvidence("event %d is not one of this log's".formatted(token + 1));
        }
        return new StoredEvent(
                token + 1,
                message.getMessageIdentifier(),
                metadata.get(STREAM).getTextValue(),
                metadata.get(SEQUENCE).getNumberValue(),
                metadata.get(NOUN).getTextValue(),
                DateTimeUtils.formatInstant(Instant.ofEpochMilli(message.getTimestamp())),
                message.getPayload().getType(),
                message.getPayload().getRevision(),
                StoredEvent.text(message.getPayload().getData().toByteArray()),
                metadata.get(METADATA).getTextValue());
    }

    private static MetaDataValue text(String value) {
        return MetaDataValue.newBuilder().setTextValue(value).build();
    }

    private static MetaDataValue number(long value) {
        return MetaDataValue.newBuilder().setNumberValue(value).build();
    }
}
