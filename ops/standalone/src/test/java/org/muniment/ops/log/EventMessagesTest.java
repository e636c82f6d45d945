package org.muniment.ops.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.axoniq.axonserver.grpc.MetaDataValue;
import io.axoniq.axonserver.grpc.event.Event;
import org.junit.jupiter.api.Test;
import org.muniment.kernel.ledger.BadEvidence;
import org.muniment.kernel.ledger.StoredEvent;

class EventMessagesTest {
    private static final StoredEvent EVENT = StoredEvents.completed(7, "project:a", 3);

    @Test
    void anEventComesBackAsItWas() {
        assertThat(EventMessages.eventOf(6, EventMessages.messageOf(EVENT))).isEqualTo(EVENT);
    }

    @Test
    void whoeverLooksIntoAxonServerFindsTheNamesOfTheLogAndItsPlaceInIt() {
        Event message = EventMessages.messageOf(EVENT);

        assertThat(message.getAggregateIdentifier()).isEqualTo("muniment-log");
        assertThat(message.getAggregateSequenceNumber()).isEqualTo(6);
        assertThat(message.getMetaDataOrThrow("stream").getTextValue()).isEqualTo("project:a");
        assertThat(message.getMetaDataOrThrow("sequence").getNumberValue()).isEqualTo(3);
        assertThat(message.getPayload().getType()).isEqualTo("project.completed");
        assertThat(message.getPayload().getRevision()).isEqualTo("1");
    }

    @Test
    void aMessageInAnotherPlaceThanItsOwnIsNoEventOfThisLog() {
        Event message = EventMessages.messageOf(EVENT);

        assertThatThrownBy(() -> EventMessages.eventOf(7, message)).isInstanceOf(BadEvidence.class);
    }

    @Test
    void aTimeThatWouldNotComeBackIsNotSent() {
        StoredEvent finer =
                StoredEvents.completed(1, "project:a", 0, "2017-09-14T08:00:00.000001Z");

        assertThatIllegalArgumentException().isThrownBy(() -> EventMessages.messageOf(finer));
    }

    @Test
    void aMessageOfAnotherProgramIsNoEventOfThisLog() {
        Event message =
                EventMessages.messageOf(EVENT).toBuilder()
                        .putMetaData("traceId", MetaDataValue.newBuilder().build())
                        .build();

        assertThatThrownBy(() -> EventMessages.eventOf(6, message))
                .isInstanceOf(BadEvidence.class)
                .hasMessageContaining("event 7");
    }

    @Test
    void bytesThatAreNoTextAreNotMended() {
        Event.Builder message = EventMessages.messageOf(EVENT).toBuilder();
        message.getPayloadBuilder().setData(ByteString.copyFrom(new byte[] {(byte) 0xff}));

        assertThatThrownBy(() -> EventMessages.eventOf(6, message.build()))
                .isInstanceOf(BadEvidence.class);
    }
}
