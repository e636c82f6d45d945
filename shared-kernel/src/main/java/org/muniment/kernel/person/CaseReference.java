package org.muniment.kernel.person;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** The number of a case file. Too narrow for a name, because it stays when the name is erased. */
public record CaseReference(@JsonValue String value) {
    private static final Pattern FORM = Pattern.compile("[A-Z]{1,4}([-/][0-9]{1,6}){1,3}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CaseReference {
        if (value == null || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "must be a case number, up to four capital letters and then numbers: DP-2026-0042");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
