package org.muniment.kernel.partnership;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.muniment.kernel.words.Title;

/** What can be said to a partnership. */
public sealed interface PartnershipCommand {
    record EstablishPartnership(
            @TargetAggregateIdentifier PartnershipId partnership, Title name, Terms terms)
            implements PartnershipCommand {}
}
