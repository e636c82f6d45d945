package org.muniment.command.partnership;

import org.muniment.kernel.partnership.PartnershipId;
import org.muniment.kernel.partnership.Terms;

/** What a plan must know of the partnership that adopts it. */
public interface EstablishedPartnerships {
    /**
     * @throws org.axonframework.modelling.command.AggregateNotFoundException where there is none
     */
    Terms termsOf(PartnershipId partnership);
}
