package org.muniment.ops.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request has one meaning. Whoever signs in twice in it is refused: a proxy may have believed the
 * other one. So are path parameters, which servers read in different ways.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class OneMeaning extends OncePerRequestFilter {
    private final JsonMapper json;

    OneMeaning(JsonMapper json) {
        this.json = json;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION)).size() > 1) {
            refuse(response, HttpHeaders.AUTHORIZATION, "must be given once");
        } else if (request.getRequestURI().contains(";")) {
            refuse(response, "address", "must not hold a semicolon");
        } else {
            chain.doFilter(request, response);
        }
    }

    private void refuse(HttpServletResponse response, String field, String message)
            throws IOException {
        SafetyHeaders.on(response);
        Problems.write(response, Problems.malformed(field, message), json);
    }
}
