package org.muniment.kernel.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.muniment.kernel.partnership.PartnershipId;

/**
 * What a request was let in under.
 *
 * @param grants what whoever sent it holds on that day, or whom they act for
 * @param allowed the roles that may do what the request asks for
 */
public record Warrant(List<Grant> grants, Set<Role> allowed) {
    public Warrant {
        grants = List.copyOf(grants);
        allowed = Set.copyOf(allowed);
    }

    /** The role in which it may be done there; of several the first of {@link Role}. */
    public Optional<Role> roleAt(Place place) {
        return grants.stream()
                .filter(grant -> allowed.contains(grant.role()) && grant.reach().covers(place))
                .map(Grant::role)
                .min(Enum::compareTo);
    }

    public boolean covers(Place place) {
        return roleAt(place).isPresent();
    }

    /** Whether any of these roles is held in that partnership, allowed here or not. */
    public boolean holds(Set<Role> roles, PartnershipId partnership) {
        return grants.stream()
                .anyMatch(
                        grant ->
                                roles.contains(grant.role())
                                        && grant.reach().includes(partnership));
    }

    /** Whether the partnership may be known to exist. */
    public boolean knows(PartnershipId partnership) {
        return grants.stream().anyMatch(grant -> grant.reach().includes(partnership));
    }
}
