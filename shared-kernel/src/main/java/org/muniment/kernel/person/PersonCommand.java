package org.muniment.kernel.person;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.muniment.kernel.partnership.PartnershipId;
import org.muniment.kernel.words.PersonId;

/** What can be said about a person. The texts themselves are never in a command. */
public sealed interface PersonCommand {
    /** {@code partnership} is whose papers speak of them; null where of several. */
    record NamePerson(
            @TargetAggregateIdentifier SubjectId person,
            List<FieldCommitment> commitments,
            PartnershipId partnership)
            implements PersonCommand {}

    /** Replaces everything said before. */
    record RectifyPerson(
            @TargetAggregateIdentifier SubjectId person, List<FieldCommitment> commitments)
            implements PersonCommand {}

    /** {@code reference} may be absent. */
    record ProposeErasure(
            @TargetAggregateIdentifier SubjectId person,
            LegalBasis legalBasis,
            CaseReference reference,
            PersonId proposedBy)
            implements PersonCommand {}

    record ConfirmErasure(@TargetAggregateIdentifier SubjectId person, PersonId confirmedBy)
            implements PersonCommand {}
}
