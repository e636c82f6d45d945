package org.muniment.ops.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.muniment.kernel.access.Role;
import org.muniment.kernel.access.Warrant;

/**
 * Under what a request was let in.
 *
 * @param role the one it is done in, as far as the address can tell
 * @param onBehalfOf whose deputy the sender acts as; null where they act for themselves
 */
public record Admitted(Role role, Warrant warrant, String onBehalfOf) {
    private static final String ATTRIBUTE = Admitted.class.getName();

    public void note(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** Empty where the table was not asked, or said no. */
    public static Optional<Admitted> find(HttpServletRequest request) {
        return Optional.ofNullable((Admitted) request.getAttribute(ATTRIBUTE));
    }

    static Admitted of(HttpServletRequest request) {
        return find(request)
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "a request the table of access did not let in"));
    }
}
