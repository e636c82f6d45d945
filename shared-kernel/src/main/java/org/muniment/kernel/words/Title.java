package org.muniment.kernel.words;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One line of text, at most 2,000 characters (titles in the papers run to a thousand). */
public record Title(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Title {
        Text.line(value, 2000);
    }

    @Override
    public String toString() {
        return value;
    }
}
