package org.muniment.kernel.words;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Who leads, as the papers publish it: initials or a post, never a record about a person. */
public record Lead(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Lead {
        Text.line(value, 200);
    }

    @Override
    public String toString() {
        return value;
    }
}
