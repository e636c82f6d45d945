package org.muniment.query.people;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import org.muniment.kernel.partnership.PartnershipId;
import org.muniment.kernel.person.Commitment;
import org.muniment.kernel.person.PersonalField;
import org.muniment.kernel.person.PersonalText;
import org.muniment.query.people.PersonPicture.Erasure;
import org.muniment.query.people.PersonPicture.Proposal;

/**
 * A person as they are shown.
 *
 * @param partnership whose papers speak of them; absent where of several
 * @param name absent, like every text, where they are erased or unreadable
 * @param proposed how their erasure was proposed, where it awaits confirmation
 * @param erased how they were erased, where they were
 */
record PersonView(
        String person,
        PartnershipId partnership,
        long version,
        State state,
        PersonalText name,
        PersonalText post,
        PersonalText telephone,
        PersonalText email,
        List<InForce> commitments,
        Proposal proposed,
        Erasure erased) {
    enum State {
        NAMED,
        ERASURE_PROPOSED,
        ERASED,
        UNREADABLE;

        @JsonValue
        String shown() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** {@code position} is that of the event that put it in force. */
    record InForce(PersonalField field, Commitment commitment, long position) {}

    static PersonView of(PersonReading reading) {
        PersonPicture picture = reading.picture();
        return new PersonView(
                picture.person().value(),
                picture.partnership(),
                picture.version(),
                state(reading),
                reading.text(PersonalField.NAME),
                reading.text(PersonalField.POST),
                reading.text(PersonalField.TELEPHONE),
                reading.text(PersonalField.EMAIL),
                picture.commitments().stream()
                        .map(it -> new InForce(it.field(), it.commitment(), picture.namedAt()))
                        .toList(),
                picture.proposed(),
                picture.erased());
    }

    private static State state(PersonReading reading) {
        if (!reading.isReadable()) {
            return State.UNREADABLE;
        }
        if (reading.picture().erased() != null) {
            return State.ERASED;
        }
        return reading.picture().proposed() == null ? State.NAMED : State.ERASURE_PROPOSED;
    }
}
