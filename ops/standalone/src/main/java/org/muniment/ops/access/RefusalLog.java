package org.muniment.ops.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.muniment.ops.http.Correlation;
import org.muniment.ops.inner.InnerRequests;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * One line for every write that was refused and everybody who was turned away. Of the request it
 * holds nothing that its sender could choose freely: no body, no query, no id, no claimed name.
 */
final class RefusalLog extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(RefusalLog.class);
    private static final int FIRST_ERROR = 400;

    private final Clock clock;

    RefusalLog(Clock clock) {
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        if (isRefusal(request.getMethod(), response.getStatus())
                && !InnerRequests.hasSentOne(request)) {
            Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            LOG.info(
                    "Refused with {}: {} {} by {} at {}, correlation {}",
                    response.getStatus(),
                    oneOf(request.getMethod()),
                    AccessTable.patternOf(request.getMethod(), request.getRequestURI()),
                    person(),
                    at,
                    Correlation.of(request));
        }
    }

    private static boolean isRefusal(String method, int status) {
        boolean turnedAway =
                status == HttpStatus.UNAUTHORIZED.value()
                        || status == HttpStatus.FORBIDDEN.value()
                        || status == HttpStatus.TOO_MANY_REQUESTS.value();
        return turnedAway || HttpMethod.POST.matches(method) && status >= FIRST_ERROR;
    }

    private static String oneOf(String method) {
        boolean known = List.of(HttpMethod.values()).contains(HttpMethod.valueOf(method));
        return known ? method : "another method";
    }

    /** Whoever signed in; a name that was only claimed may be a secret in the wrong field. */
    private static String person() {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        return Admission.isNobody(person) ? "nobody" : escaped(person.getName());
    }

    /** A name cannot begin a new line or hide one. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints()
                .forEach(
                        point -> {
                            if (isPlain(point)) {
                                escaped.appendCodePoint(point);
                            } else {
                                escaped.append("\\u%04x".formatted(point));
                            }
                        });
        return escaped.toString();
    }

    private static boolean isPlain(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> point != '\\';
        };
    }
}
