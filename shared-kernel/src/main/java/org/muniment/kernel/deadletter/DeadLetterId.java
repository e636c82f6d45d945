package org.muniment.kernel.deadletter;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.muniment.kernel.words.Malformed;

/** Names an event that could not be taken, by its position in the log. */
public record DeadLetterId(@JsonValue long position) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DeadLetterId {
        if (position < 1) {
            throw new Malformed("letter", "must be a position of the log, such as 412");
        }
    }

    /** The name of its stream in the log. */
    @Override
    public String toString() {
        return "dead-letter:" + position;
    }
}
