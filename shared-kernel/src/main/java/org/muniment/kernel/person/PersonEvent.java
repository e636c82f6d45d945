package org.muniment.kernel.person;

import java.util.List;
import org.muniment.kernel.partnership.PartnershipId;
import org.muniment.kernel.words.PersonId;

/** What has happened to what the record says about a person. */
public sealed interface PersonEvent {
    SubjectId person();

    /**
     * Named, or named anew: these commitments are in force until the next such event.
     *
     * @param partnership whose papers speak of them; absent where of several
     */
    record PersonNamed(
            SubjectId person, List<FieldCommitment> commitments, PartnershipId partnership)
            implements PersonEvent {
        public PersonNamed {
            commitments = List.copyOf(commitments);
        }
    }

    /** {@code reference} is absent where there is no case file. */
    record ErasureProposed(
            SubjectId person, LegalBasis legalBasis, CaseReference reference, PersonId proposedBy)
            implements PersonEvent {}

    /**
     * From here on no commitment is in force: what opens them is gone.
     *
     * @param fields those that were in force
     */
    record PersonErased(
            SubjectId person,
            List<PersonalField> fields,
            LegalBasis legalBasis,
            CaseReference reference,
            PersonId proposedBy)
            implements PersonEvent {
        public PersonErased {
            fields = List.copyOf(fields);
        }
    }
}
