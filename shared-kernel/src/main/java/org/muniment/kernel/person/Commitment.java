package org.muniment.kernel.person;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.muniment.kernel.words.KeyedDigest;

/**
 * Says that a text was given about a person, without saying which: 64 lower-case hexadecimal
 * digits. Only one text, person and field fit it, and without its key nobody can try which.
 */
public record Commitment(@JsonValue String value) {
    /** The first text, so that a commitment of another form can never be taken for one of this. */
    private static final String FORM = "muniment-commitment/v1";

    private static final Pattern HEXADECIMAL = Pattern.compile("[0-9a-f]{64}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Commitment {
        if (value == null || !HEXADECIMAL.matcher(value).matches()) {
            throw new IllegalArgumentException("must be 64 lower-case hexadecimal digits");
        }
    }

    public static Commitment of(
            CommitmentKey key, SubjectId person, PersonalField field, PersonalText text) {
        List<String> texts = List.of(FORM, person.value(), field.stored(), text.value());
        return new Commitment(HexFormat.of().formatHex(KeyedDigest.of(key.bytes(), texts)));
    }

    @Override
    public String toString() {
        return value;
    }
}
