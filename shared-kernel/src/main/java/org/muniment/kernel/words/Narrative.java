package org.muniment.kernel.words;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Commentary, reasons and actions: lines of text, at most 10,000 characters. */
public record Narrative(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Narrative {
        Text.lines(value, 10_000);
    }

    @Override
    public String toString() {
        return value;
    }
}
