package org.muniment.kernel.request;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import org.muniment.kernel.words.PersonId;
import org.muniment.kernel.words.Sha256;

/** Names a request by who sent it and the key they gave it, neither of which it shows. */
public record RequestId(@JsonValue String value) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RequestId {
        if (value == null || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("must be 64 hexadecimal digits");
        }
    }

    /** Two people may use the same key for two requests. */
    public static RequestId of(PersonId by, String key) {
        return new RequestId(Sha256.of(by.value() + "\n" + key).toString());
    }

    /** The name of its stream in the log. */
    @Override
    public String toString() {
        return "request:" + value;
    }
}
