package org.muniment.kernel.access;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.muniment.kernel.words.Narrative;
import org.muniment.kernel.words.Reasoned;
import org.muniment.kernel.words.Sha256;

/** What can be said of what a person may do. */
public sealed interface AccessCommand {
    AccessId access();

    record GrantRole(
            @TargetAggregateIdentifier AccessId access,
            Grant grant,
            Actors sentBy,
            Narrative reason)
            implements AccessCommand, Reasoned {}

    record WithdrawRole(@TargetAggregateIdentifier AccessId access, GrantId grant, Narrative reason)
            implements AccessCommand, Reasoned {}

    /** Until the end of that day, in London. */
    record AppointDeputy(
            @TargetAggregateIdentifier AccessId access,
            AccessId deputy,
            LocalDate until,
            Actors sentBy,
            Narrative reason)
            implements AccessCommand, Reasoned {}

    record DismissDeputy(
            @TargetAggregateIdentifier AccessId access, AccessId deputy, Narrative reason)
            implements AccessCommand, Reasoned {}

    /** The secret itself never leaves the answer to whoever asked for it. */
    record IssueSecret(@TargetAggregateIdentifier AccessId access, Sha256 digest)
            implements AccessCommand {}

    record CancelSecret(@TargetAggregateIdentifier AccessId access, Narrative reason)
            implements AccessCommand, Reasoned {}
}
