package org.muniment.ops.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.regex.Pattern;

/** One id for one request, in the event and in what is logged: the sender's, or a new one. */
public final class Correlation {
    private static final String ATTRIBUTE = Correlation.class.getName();
    private static final Pattern USABLE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private Correlation() {}

    public static String of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String known) {
            return known;
        }
        String given = request.getHeader("X-Correlation-Id");
        boolean usable = given != null && USABLE.matcher(given).matches();
        String id = usable ? given : UUID.randomUUID().toString();
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }
}
