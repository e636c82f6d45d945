package org.muniment.kernel.snapshot;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Names findings of a freeze: all of one kind (completed-before-start), or one of them by what it
 * concerns (completed-before-start:preston-peer-review).
 */
public record FindingName(@JsonValue String value) {
    private static final Pattern FORM =
            Pattern.compile("[a-z][a-z-]{0,63}(:[A-Za-z0-9][A-Za-z0-9.-]{0,199})?");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public FindingName {
        if (value == null || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "must be a finding's id, with or without what it concerns:"
                            + " completed-before-start:preston-peer-review");
        }
    }

    public boolean covers(String id, String subject) {
        return value.equals(id) || value.equals(id + ":" + subject);
    }

    @Override
    public String toString() {
        return value;
    }
}
