package org.muniment.kernel.person;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Base64;

/** The 32 random bytes that hide what a commitment is to: as secret as the text. In base64. */
public record CommitmentKey(@JsonValue String base64) {
    public static final int LENGTH = 32;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CommitmentKey {
        if (base64 == null || Base64.getDecoder().decode(base64).length != LENGTH) {
            throw new IllegalArgumentException("must be " + LENGTH + " bytes in base64");
        }
    }

    public static CommitmentKey of(byte[] bytes) {
        return new CommitmentKey(Base64.getEncoder().encodeToString(bytes));
    }

    byte[] bytes() {
        return Base64.getDecoder().decode(base64);
    }

    @Override
    public String toString() {
        return "(commitment key)";
    }
}
