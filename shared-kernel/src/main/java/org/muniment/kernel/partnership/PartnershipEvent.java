package org.muniment.kernel.partnership;

import org.muniment.kernel.words.Title;

/** What has happened to a partnership. */
public sealed interface PartnershipEvent {
    PartnershipId partnership();

    record PartnershipEstablished(PartnershipId partnership, Title name, Terms terms)
            implements PartnershipEvent {}
}
