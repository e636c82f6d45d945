package org.muniment.query.people;

import java.util.List;
import org.muniment.kernel.person.Opening;
import org.muniment.kernel.person.SubjectId;
import org.muniment.query.journal.UnknownThing;
import org.muniment.query.moment.Moments;
import org.springframework.stereotype.Component;

/** Reads what the log says of people together with what the vault holds of them. */
@Component
public class People {
    private final PeopleLog log;
    private final HeldOpenings vault;
    private final Moments moments;

    People(PeopleLog log, HeldOpenings vault, Moments moments) {
        this.log = log;
        this.vault = vault;
        this.moments = moments;
    }

    /** Everybody ever named, in the order of their ids, as known now. */
    public List<PersonReading> all() {
        moments.resolve(null, "asOf");
        return log.all().stream().map(this::read).toList();
    }

    /**
     * As known now.
     *
     * @throws UnknownThing where nobody was ever named under that id
     */
    public PersonReading read(SubjectId person) {
        moments.resolve(null, "asOf");
        return read(known(person));
    }

    /**
     * What opens each commitment in force, for evidence about the person; none once they are
     * erased.
     *
     * @throws UnknownThing where nobody was ever named under that id
     * @throws CannotBeOpened where the vault does not hold what was committed to
     */
    public List<Opening> openingsInForce(SubjectId person) {
        PersonReading reading = read(person);
        if (!reading.isReadable()) {
            throw new CannotBeOpened(reading.fault(), null);
        }
        return reading.openings();
    }

    /**
     * The vault changes only after the log did. So where they differ the log is asked again, and
     * the person is unreadable only where it says the same as before.
     */
    private PersonReading read(PersonPicture picture) {
        PersonReading reading = compare(picture);
        if (reading.isReadable()) {
            return reading;
        }
        moments.resolve(null, "asOf");
        PersonPicture now = known(picture.person());
        return now.equals(picture) ? reading : read(now);
    }

    private PersonReading compare(PersonPicture picture) {
        try {
            return PersonReading.of(picture, vault.of(picture.person()));
        } catch (CannotBeOpened illegible) {
            return picture.commitments().isEmpty()
                    ? PersonReading.of(picture, List.of())
                    : PersonReading.unreadable(picture, illegible.getMessage());
        }
    }

    private PersonPicture known(SubjectId person) {
        return log.find(person).orElseThrow(() -> new UnknownThing(person.toString()));
    }
}
