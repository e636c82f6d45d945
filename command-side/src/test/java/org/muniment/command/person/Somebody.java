package org.muniment.command.person;

import java.util.List;
import org.muniment.kernel.partnership.PartnershipId;
import org.muniment.kernel.person.CaseReference;
import org.muniment.kernel.person.Commitment;
import org.muniment.kernel.person.FieldCommitment;
import org.muniment.kernel.person.LegalBasis;
import org.muniment.kernel.person.PersonCommand.ConfirmErasure;
import org.muniment.kernel.person.PersonCommand.NamePerson;
import org.muniment.kernel.person.PersonCommand.ProposeErasure;
import org.muniment.kernel.person.PersonEvent.ErasureProposed;
import org.muniment.kernel.person.PersonEvent.PersonErased;
import org.muniment.kernel.person.PersonEvent.PersonNamed;
import org.muniment.kernel.person.PersonalField;
import org.muniment.kernel.person.SubjectId;
import org.muniment.kernel.words.PersonId;

/** A person with a name and a post, and the erasure of what is said of them. */
final class Somebody {
    static final SubjectId ID = new SubjectId("p-0042");
    static final PartnershipId FASS = new PartnershipId("fass");
    static final PersonId PROPOSER = new PersonId("secretariat");
    static final PersonId ANOTHER = new PersonId("head-of-service");
    static final CaseReference CASE = new CaseReference("DP-2026-0042");
    static final List<FieldCommitment> SAID =
            List.of(commitment(PersonalField.NAME, 'a'), commitment(PersonalField.POST, 'b'));
    static final List<FieldCommitment> SAID_ANEW = List.of(commitment(PersonalField.NAME, 'c'));

    private Somebody() {}

    static FieldCommitment commitment(PersonalField field, char digit) {
        return new FieldCommitment(field, new Commitment(String.valueOf(digit).repeat(64)));
    }

    static NamePerson name() {
        return new NamePerson(ID, SAID, FASS);
    }

    static PersonNamed named() {
        return new PersonNamed(ID, SAID, FASS);
    }

    static ProposeErasure propose() {
        return new ProposeErasure(ID, LegalBasis.OBJECTION, CASE, PROPOSER);
    }

    static ErasureProposed proposedBy(PersonId person) {
        return new ErasureProposed(ID, LegalBasis.OBJECTION, CASE, person);
    }

    static ConfirmErasure confirm(PersonId person) {
        return new ConfirmErasure(ID, person);
    }

    static PersonErased erased() {
        return new PersonErased(
                ID,
                List.of(PersonalField.NAME, PersonalField.POST),
                LegalBasis.OBJECTION,
                CASE,
                PROPOSER);
    }
}
