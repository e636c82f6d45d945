package org.muniment.kernel.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.muniment.kernel.words.Text;

/** Names one of the grants a person holds. */
public record GrantId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public GrantId {
        Text.id(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
