package org.muniment.ops.nodes;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiConsumer;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.muniment.query.journal.EventJson;

/** Notes that are put on record here or by the process that writes. */
public final class RelayedNotes {
    private static final byte[] DONE = {};

    private final Relay relay;

    RelayedNotes(Relay relay) {
        this.relay = relay;
    }

    private record Batch(String id, String notes) {}

    /**
     * @param kind of the messages
     * @param type of the notes, as an array
     * @param here records them in this process
     */
    public <T> BiConsumer<String, List<T>> recorded(
            String kind, Class<T[]> type, BiConsumer<String, List<T>> here) {
        relay.handle(kind, message -> taken(message, type, here));
        return (id, notes) -> {
            if (relay.isHere()) {
                here.accept(id, notes);
            } else {
                String batch = EventJson.write(new Batch(id, EventJson.write(notes)));
                relay.send(kind, batch.getBytes(StandardCharsets.UTF_8));
            }
        };
    }

    private static <T> byte[] taken(
            byte[] message, Class<T[]> type, BiConsumer<String, List<T>> here) {
        Batch batch = EventJson.read(new String(message, StandardCharsets.UTF_8), Batch.class);
        try {
            here.accept(batch.id(), List.of(EventJson.read(batch.notes(), type)));
        } catch (AggregateStreamCreationException alreadyOnRecord) {
            return DONE;
        }
        return DONE;
    }
}
