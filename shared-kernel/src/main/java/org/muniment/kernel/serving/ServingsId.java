package org.muniment.kernel.serving;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.muniment.kernel.words.Text;

/** Names a batch of servings recorded together. */
public record ServingsId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ServingsId {
        Text.id(value);
    }

    /** The name of its stream in the log. */
    @Override
    public String toString() {
        return "servings:" + value;
    }
}
