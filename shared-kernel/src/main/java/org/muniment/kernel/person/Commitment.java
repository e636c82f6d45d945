package org.muniment.kernel.person;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Says that a text was given about a person, without saying which: 64 lower-case hexadecimal
 * digits. Only one text, person and field fit it, and without its key nobody can try which.
 */
public record Commitment(@JsonValue String value) {
    /** The first text, so that a commitment of another form can never be taken for one of this. */
    private static final String FORM = "muniment-commitment/v1";

    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern HEXADECIMAL = Pattern.compile("[0-9a-f]{64}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Commitment {
        if (value == null || !HEXADECIMAL.matcher(value).matches()) {
            throw new IllegalArgumentException("must be 64 lower-case hexadecimal digits");
        }
    }

    /** HMAC-SHA-256 over the texts, each after its length, so that none can run into the next. */
    public static Commitment of(
            CommitmentKey key, SubjectId person, PersonalField field, PersonalText text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.bytes(), ALGORITHM));
            for (String part : List.of(FORM, person.value(), field.stored(), text.value())) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
                mac.update(bytes);
            }
            return new Commitment(HexFormat.of().formatHex(mac.doFinal()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
