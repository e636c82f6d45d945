package org.muniment.kernel.access;

import java.util.List;
import org.muniment.kernel.partnership.PartnershipId;
import org.muniment.kernel.words.Code;

/**
 * How far a role reaches.
 *
 * @param partnership null for all of them, and for what belongs to none
 * @param councils the councils whose figures it is kept to; empty for all. The code {@code SS}
 *     stands for figures of the shared service itself
 * @param services the services it is kept to; empty for all
 */
public record Reach(PartnershipId partnership, List<Code> councils, List<Code> services) {
    public static final Reach EVERYWHERE = new Reach(null, List.of(), List.of());

    public Reach {
        councils = councils == null ? List.of() : List.copyOf(councils);
        services = services == null ? List.of() : List.copyOf(services);
    }

    /** A limit binds where the thing names a council or a service; a whole plan names none. */
    public boolean covers(Place place) {
        return includes(place.partnership())
                && binds(councils, place.council())
                && binds(services, place.service());
    }

    /** Whether it extends to anything there. */
    public boolean includes(PartnershipId other) {
        return partnership == null || partnership.equals(other);
    }

    private static boolean binds(List<Code> limit, Code named) {
        return limit.isEmpty() || named == null || limit.contains(named);
    }
}
