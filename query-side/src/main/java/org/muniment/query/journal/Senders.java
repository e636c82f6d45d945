package org.muniment.query.journal;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Who is behind an event: who sent its command, and whose deputy they were. */
final class Senders {
    private Senders() {}

    static List<String> of(String metadata) {
        Map<?, ?> read = EventJson.read(metadata, Map.class);
        return Stream.of(read.get("by"), read.get("onBehalfOf"))
                .filter(Objects::nonNull)
                .map(Object::toString)
                .toList();
    }
}
