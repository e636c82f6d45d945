package org.muniment.verifier;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import org.muniment.kernel.ledger.StoredEvent;
import org.muniment.verifier.Faults.Kind;

/** That each event fits those before it: its stream goes on, time does not go back. */
final class RowCheck {
    private final Faults faults;
    private final Map<String, Stream> streams = new HashMap<>();
    private Instant last = Instant.MIN;

    /** How far a stream has come. */
    private static final class Stream {
        private final String noun;
        private long next;

        Stream(String noun) {
            this.noun = noun.intern();
        }
    }

    RowCheck(Faults faults) {
        this.faults = faults;
    }

    void check(StoredEvent event) {
        stream(event);
        time(event);
        object(event.payload(), "payload", event);
        object(event.metadata(), "metadata", event);
    }

    private void stream(StoredEvent event) {
        Stream stream = streams.computeIfAbsent(event.stream(), name -> new Stream(event.noun()));
        if (event.sequence() != stream.next) {
            faults.add(
                    Kind.STREAM,
                    "event %s is number %s of %s, where number %s should follow"
                            .formatted(
                                    event.position(),
                                    event.sequence(),
                                    event.stream(),
                                    stream.next));
        }
        if (!event.noun().equals(stream.noun)) {
            faults.add(
                    Kind.STREAM,
                    "event %s calls %s a %s, earlier ones a %s"
                            .formatted(
                                    event.position(), event.stream(), event.noun(), stream.noun));
        }
        stream.next = event.sequence() + 1;
    }

    private void time(StoredEvent event) {
        try {
            Instant recorded = Instant.parse(event.recordedAt());
            if (recorded.isBefore(last)) {
                faults.add(
                        Kind.TIME,
                        "event %s was recorded before the one in front of it"
                                .formatted(event.position()));
            }
            last = recorded;
        } catch (DateTimeParseException unreadable) {
            faults.add(
                    Kind.TIME,
                    "event %s was recorded at no time: %s"
                            .formatted(event.position(), event.recordedAt()));
        }
    }

    private void object(String json, String column, StoredEvent event) {
        if (!Json.isObject(json)) {
            faults.add(
                    Kind.JSON,
                    "the %s of event %s is no JSON object".formatted(column, event.position()));
        }
    }
}
