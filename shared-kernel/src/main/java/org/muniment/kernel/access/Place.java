package org.muniment.kernel.access;

import org.muniment.kernel.partnership.PartnershipId;
import org.muniment.kernel.words.Code;

/**
 * Where a thing belongs.
 *
 * @param partnership null for what belongs to no partnership, such as the log itself
 * @param council null where the thing names none
 * @param service null where the thing names none
 */
public record Place(PartnershipId partnership, Code council, Code service) {
    /** What is nobody's in particular. */
    public static final Place INSTALLATION = new Place(null, null, null);

    public static Place of(PartnershipId partnership) {
        return new Place(partnership, null, null);
    }
}
