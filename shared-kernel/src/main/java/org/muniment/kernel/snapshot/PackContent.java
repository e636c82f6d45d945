package org.muniment.kernel.snapshot;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import org.muniment.kernel.words.Sha256;

/** A committee pack, frozen: canonical JSON (RFC 8785), whose UTF-8 bytes are what is hashed. */
public record PackContent(@JsonValue String json) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PackContent {
        if (json == null || !json.startsWith("{")) {
            throw new IllegalArgumentException("must be a JSON object");
        }
    }

    public byte[] bytes() {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    public Sha256 sha256() {
        return Sha256.of(json);
    }

    @Override
    public String toString() {
        return "PackContent[" + json.length() + " characters]";
    }
}
