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
 * is the same wherever it is stored. The position is not in the message; it is one more than the
 * token, because tokens count from 0. Metadata is kept as the one text it is: taken apart and put
 * together again, its order could change.
 */
final class EventMessages {
    private static final String METADATA = "metadata";

    private EventMessages() {}

    /**
     * @throws IllegalArgumentException where the message would not give the same event back
     */
    static Event messageOf(StoredEvent event) {
        Event message =
                Event.newBuilder()
                        .setMessageIdentifier(event.eventId())
                        .setAggregateIdentifier(event.stream())
                        .setAggregateSequenceNumber(event.sequence())
                        .setAggregateType(event.noun())
                        .setTimestamp(Instant.parse(event.recordedAt()).toEpochMilli())
                        .setPayload(
                                SerializedObject.newBuilder()
                                        .setType(event.type())
                                        .setRevision(event.revision())
                                        .setData(ByteString.copyFromUtf8(event.payload())))
                        .putMetaData(
                                METADATA,
                                MetaDataValue.newBuilder().setTextValue(event.metadata()).build())
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
        if (!metadata.keySet().equals(Set.of(METADATA))) {
            throw new BadEvidence("event %d is not one of this log's".formatted(token + 1));
        }
        return new StoredEvent(
                token + 1,
                message.getMessageIdentifier(),
                message.getAggregateIdentifier(),
                message.getAggregateSequenceNumber(),
                message.getAggregateType(),
                DateTimeUtils.formatInstant(Instant.ofEpochMilli(message.getTimestamp())),
                message.getPayload().getType(),
                message.getPayload().getRevision(),
                StoredEvent.text(message.getPayload().getData().toByteArray()),
                metadata.get(METADATA).getTextValue());
    }
}
