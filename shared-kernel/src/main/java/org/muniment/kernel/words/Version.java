package org.muniment.kernel.words;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** Names one edition of something that may be made anew: pack-1, house-2. */
public record Version(@JsonValue String value) {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z-]{0,30}-[1-9][0-9]{0,3}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Version {
        if (value == null || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("must be a word and a number: house-1");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
