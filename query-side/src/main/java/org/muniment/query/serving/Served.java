package org.muniment.query.serving;

import java.util.Optional;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.serving.ServedForm;
import org.muniment.kernel.snapshot.SnapshotId;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * What the answer to a request shows. Whoever makes such an answer notes it; whoever sends it off
 * can put on record that a member was given it.
 *
 * @param snapshot absent for the live dashboard
 */
public record Served(PlanId plan, SnapshotId snapshot, ServedForm form, long position) {
    private static final String NAME = Served.class.getName();

    public static void note(PlanId plan, SnapshotId snapshot, ServedForm form, long position) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(
                    NAME,
                    new Served(plan, snapshot, form, position),
                    RequestAttributes.SCOPE_REQUEST);
        }
    }

    /** What was noted; {@code attribute} is the request's value under {@link #attribute()}. */
    public static Optional<Served> in(Object attribute) {
        return Optional.ofNullable((Served) attribute);
    }

    public static String attribute() {
        return NAME;
    }
}
