package org.muniment.kernel.access;

import java.time.LocalDate;
import org.muniment.kernel.words.Malformed;

/**
 * A role somebody holds.
 *
 * @param until the last day, in London, on which it holds; null where it has no end
 */
public record Grant(GrantId id, Role role, Reach reach, LocalDate until) {
    public Grant {
        requireFor(role, "councils", reach.councils().isEmpty());
        requireFor(role, "services", reach.services().isEmpty());
        if (reach.partnership() == null
                && !(reach.councils().isEmpty() && reach.services().isEmpty())) {
            throw new Malformed(
                    "partnership", "must be named where councils or services are: codes are its");
        }
    }

    private static void requireFor(Role role, String field, boolean unlimited) {
        if (!unlimited && !role.isOfServices()) {
            throw new Malformed(
                    field, "only officers and heads of service are kept to some of them");
        }
    }

    public boolean isInForceOn(LocalDate day) {
        return until == null || !day.isAfter(until);
    }
}
