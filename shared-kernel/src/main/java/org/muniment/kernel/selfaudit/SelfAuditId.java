package org.muniment.kernel.selfaudit;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.muniment.kernel.words.Text;

/** Names one run of the self-audit. */
public record SelfAuditId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SelfAuditId {
        Text.id(value);
    }

    /** The name of its stream in the log. */
    @Override
    public String toString() {
        return "self-audit:" + value;
    }
}
