package org.muniment.ops.http;

import jakarta.servlet.http.HttpServletRequest;

/** The role in which a request was let in, by the name it has in events. */
public final class ActingAs {
    private static final String ATTRIBUTE = ActingAs.class.getName();

    private ActingAs() {}

    public static void note(HttpServletRequest request, String role) {
        request.setAttribute(ATTRIBUTE, role);
    }

    /** What the record says of whoever sent this request. */
    static String of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String role) {
            return role;
        }
        throw new IllegalStateException("a command the table of access did not let in");
    }
}
