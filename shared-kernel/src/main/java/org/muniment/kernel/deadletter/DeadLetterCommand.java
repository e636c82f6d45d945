package org.muniment.kernel.deadletter;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.muniment.kernel.words.Narrative;
import org.muniment.kernel.words.Reasoned;

/** What can be said of an event that the read side could not take. */
public sealed interface DeadLetterCommand {
    /** Take it again, and what waits behind it. */
    record RetryDeadLetter(@TargetAggregateIdentifier DeadLetterId letter)
            implements DeadLetterCommand {}

    /** Leave it out of the read models for good, and take what waits behind it. */
    record EvictDeadLetter(@TargetAggregateIdentifier DeadLetterId letter, Narrative reason)
            implements DeadLetterCommand, Reasoned {}
}
