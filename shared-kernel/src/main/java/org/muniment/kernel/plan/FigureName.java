package org.muniment.kernel.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** Names a figure of a dashboard: {@code projects.total}, {@code kpis.SFS.red}. */
public record FigureName(@JsonValue String value) {
    private static final Pattern FORM =
            Pattern.compile("[A-Za-z0-9-]{1,64}(\\.[A-Za-z0-9-]{1,64}){0,4}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public FigureName {
        if (value == null || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("must be words joined by points: projects.total");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
