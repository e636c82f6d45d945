package org.muniment.kernel.person;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.muniment.kernel.words.Text;

/**
 * A person's name, post, telephone number or e-mail address: one line, at most {@value #LIMIT}
 * characters. It never shows itself, so that no log line and no error can hold it by mistake.
 */
public record PersonalText(@JsonValue String value) {
    static final int LIMIT = 254;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PersonalText {
        Text.line(value, LIMIT);
    }

    @Override
    public String toString() {
        return "(personal text)";
    }
}
