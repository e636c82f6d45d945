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

/** Whoever signs in twice in one request is refused: a proxy may have believed the other one. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class OneSignIn extends OncePerRequestFilter {
    private final JsonMapper json;

    OneSignIn(JsonMapper json) {
        this.json = json;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION)).size() > 1) {
            Problems.write(
                    response,
                    Problems.malformed(HttpHeaders.AUTHORIZATION, "must be given once"),
                    json);
            return;
        }
        chain.doFilter(request, response);
    }
}
