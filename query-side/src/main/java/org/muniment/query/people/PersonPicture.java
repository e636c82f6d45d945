package org.muniment.query.people;

import java.time.Instant;
import java.util.List;
import org.muniment.kernel.partnership.PartnershipId;
import org.muniment.kernel.person.CaseReference;
import org.muniment.kernel.person.FieldCommitment;
import org.muniment.kernel.person.LegalBasis;
import org.muniment.kernel.person.PersonEvent;
import org.muniment.kernel.person.PersonEvent.ErasureProposed;
import org.muniment.kernel.person.PersonEvent.PersonErased;
import org.muniment.kernel.person.PersonEvent.PersonNamed;
import org.muniment.kernel.person.SubjectId;
import org.muniment.kernel.words.PersonId;

/**
 * What the log says of a person. A pure fold.
 *
 * @param partnership whose papers speak of them; null where of several
 * @param version how many events there are
 * @param commitments those in force; none once they are erased
 * @param namedAt the position of the event that put them in force
 * @param proposed absent where nobody proposed to erase them
 * @param erased absent until they are
 */
public record PersonPicture(
        SubjectId person,
        PartnershipId partnership,
        long version,
        List<FieldCommitment> commitments,
        long namedAt,
        Proposal proposed,
        Erasure erased) {
    /** An event, where it stands, and who sent its command. */
    record Said(PersonEvent event, long position, Instant recordedAt, PersonId by) {}

    /** {@code reference} is absent where there is no case file. */
    public record Proposal(
            long position,
            Instant recordedAt,
            LegalBasis legalBasis,
            CaseReference reference,
            PersonId proposedBy) {}

    /** {@code reference} is absent where there is no case file. */
    public record Erasure(
            long position,
            Instant recordedAt,
            LegalBasis legalBasis,
            CaseReference reference,
            PersonId proposedBy,
            PersonId confirmedBy) {}

    static PersonPicture of(SubjectId person, List<Said> events) {
        PersonPicture picture = new PersonPicture(person, null, 0, List.of(), 0, null, null);
        for (Said said : events) {
            picture = picture.after(said);
        }
        return picture;
    }

    private PersonPicture after(Said said) {
        if (said.event instanceof PersonNamed named) {
            return new PersonPicture(
                    person,
                    named.partnership(),
                    version + 1,
                    named.commitments(),
                    said.position,
                    proposed,
                    erased);
        }
        if (said.event instanceof ErasureProposed event) {
            return new PersonPicture(
                    person,
                    partnership,
                    version + 1,
                    commitments,
                    namedAt,
                    proposal(said, event),
                    erased);
        }
        PersonErased event = (PersonErased) said.event;
        return new PersonPicture(
                person, partnership, version + 1, List.of(), namedAt, null, erasure(said, event));
    }

    private static Proposal proposal(Said said, ErasureProposed event) {
        return new Proposal(
                said.position,
                said.recordedAt,
                event.legalBasis(),
                event.reference(),
                event.proposedBy());
    }

    private static Erasure erasure(Said said, PersonErased event) {
        return new Erasure(
                said.position,
                said.recordedAt,
                event.legalBasis(),
                event.reference(),
                event.proposedBy(),
                said.by);
    }
}
