package org.muniment.kernel.meeting;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.muniment.kernel.words.Text;

/** Names a meeting of a joint committee. */
public record MeetingId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public MeetingId {
        Text.id(value);
    }

    /** The name of its stream in the log. */
    @Override
    public String toString() {
        return "meeting:" + value;
    }
}
