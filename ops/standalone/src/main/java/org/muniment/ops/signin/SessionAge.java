package org.muniment.ops.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends a session after a working day, however busy it was. */
final class SessionAge extends OncePerRequestFilter {
    static final Duration LIMIT = Duration.ofHours(12);

    private final Clock clock;

    SessionAge(Clock clock) {
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null && !clock.instant().isBefore(begun(session).plus(LIMIT))) {
            session.invalidate();
        }
        chain.doFilter(request, response);
    }

    private static Instant begun(HttpSession session) {
        return Instant.ofEpochMilli(session.getCreationTime());
    }
}
