package org.muniment.kernel.words;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Who acted: the pseudonymous id of a person or client, as they signed in. */
public record PersonId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PersonId {
        Text.line(value, 255);
    }

    @Override
    public String toString() {
        return value;
    }
}
