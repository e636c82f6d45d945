package org.muniment.query.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muniment.kernel.person.FieldCommitment;
import org.muniment.kernel.person.Opening;
import org.muniment.kernel.person.PersonalField;
import org.muniment.kernel.person.PersonalText;

/**
 * What the log says of a person, and what opens it. All of it or nothing: a person of whom one text
 * cannot be shown to be the right one is unreadable, and none is shown.
 *
 * @param openings one for each commitment in force; none where the person is erased or unreadable
 * @param fault why they are unreadable, without any text; null where they are not
 */
public record PersonReading(PersonPicture picture, List<Opening> openings, String fault) {
    static final String NOTHING_HELD = "the vault holds nothing";

    static PersonReading of(PersonPicture picture, List<Opening> held) {
        List<Opening> openings = new ArrayList<>();
        for (FieldCommitment commitment : picture.commitments()) {
            Optional<Opening> opening =
                    held.stream()
                            .filter(it -> it.commitment(picture.person()).equals(commitment))
                            .findFirst();
            if (opening.isEmpty()) {
                return unreadable(picture, held.isEmpty() ? NOTHING_HELD : other(commitment));
            }
            openings.add(opening.get());
        }
        return new PersonReading(picture, List.copyOf(openings), null);
    }

    static PersonReading unreadable(PersonPicture picture, String fault) {
        return new PersonReading(picture, List.of(), fault);
    }

    private static String other(FieldCommitment commitment) {
        return "what the vault holds is not the %s committed to"
                .formatted(commitment.field().stored());
    }

    public boolean isReadable() {
        return fault == null;
    }

    /** Null where nothing is said of the field, or nothing can be shown. */
    PersonalText text(PersonalField field) {
        return openings.stream()
                .filter(opening -> opening.field() == field)
                .map(Opening::text)
                .findFirst()
                .orElse(null);
    }
}
