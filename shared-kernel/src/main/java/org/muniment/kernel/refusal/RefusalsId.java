package org.muniment.kernel.refusal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.muniment.kernel.words.Text;

/** Names a batch of refusals recorded together. */
public record RefusalsId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RefusalsId {
        Text.id(value);
    }

    /** The name of its stream in the log. */
    @Override
    public String toString() {
        return "refusals:" + value;
    }
}
