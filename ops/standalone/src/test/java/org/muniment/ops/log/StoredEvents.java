package org.muniment.ops.log;

import java.util.UUID;
import org.muniment.kernel.ledger.StoredEvent;

/** Events as they are stored, for tests. */
final class StoredEvents {
    private StoredEvents() {}

    static StoredEvent completed(long position, String stream, long sequence) {
        return completed(position, stream, sequence, "2017-09-14T08:00:00.000Z");
    }

    static StoredEvent completed(long position, String stream, long sequence, String recordedAt) {
        return new StoredEvent(
                position,
                UUID.randomUUID().toString(),
                stream,
                sequence,
                "Project",
                recordedAt,
                "project.completed",
                "1",
                "{\"project\":\"%s\",\"plan\":\"plan\",\"completedOn\":\"2017-06-30\",\"update\":\"Zoë’s — done\"}"
                        .formatted(stream.replace("project:", "")),
                "{\"why\":\"because\",\"by\":\"officer\"}");
    }
}
