package org.muniment.command.dispatch;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.List;

/**
 * What a sender is told once their command is on disk.
 *
 * @param id the thing the command was sent to
 * @param version how many events that thing now has
 * @param position the log position of the command's last event; where the command changed nothing,
 *     the position of the thing's last event
 * @param would the events that the command would append, where it was only tried; absent where it
 *     was sent in earnest
 */
public record Receipt(String id, long version, long position, List<Foreseen> would) {
    /** An event as it would be stored. */
    public record Foreseen(String type, @JsonRawValue String payload) {}

    public Receipt(String id, long version, long position) {
        this(id, version, position, null);
    }

    Receipt foreseeing(List<Foreseen> events) {
        return new Receipt(id, version, position, List.copyOf(events));
    }
}
