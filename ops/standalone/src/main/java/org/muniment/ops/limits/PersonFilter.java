package org.muniment.ops.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import org.muniment.ops.http.Hop;
import org.muniment.ops.inner.InnerRequests;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/** After sign-in: how much one person asks for. */
public final class PersonFilter extends OncePerRequestFilter {
    private static final List<String> EXPENSIVE =
            List.of("/seen", "/changes", "/draft", "/evidence.zip", "/report.pdf", "/report.xlsx");
    private static final String PAST = "asOf=";

    private final Limits limits;
    private final JsonMapper json;

    public PersonFilter(Limits limits, JsonMapper json) {
        this.limits = limits;
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return InnerRequests.isInner(request) || Hop.isOne(request);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Principal person = request.getUserPrincipal();
        Duration wait =
                person == null
                        ? Duration.ZERO
                        : limits.ofPerson(person.getName(), isExpensive(request));
        if (wait.isZero()) {
            chain.doFilter(request, response);
        } else {
            TooMany.tell(response, wait, json);
        }
    }

    private static boolean isExpensive(HttpServletRequest request) {
        String query = request.getQueryString();
        return query != null && query.contains(PAST)
                || EXPENSIVE.stream().anyMatch(request.getRequestURI()::endsWith);
    }
}
