package org.muniment.kernel.words;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A council, a service or a scope as committees print it: CBC, SFS, SS. */
public record Code(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Code {
        Text.code(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
