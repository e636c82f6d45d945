package org.muniment.ops.readstore;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.muniment.query.operations.ReadModels;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** A request is answered from the read models that were read when it came, also after a switch. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class OneGeneration extends OncePerRequestFilter {
    private final ReadModels models;

    OneGeneration(ReadModels models) {
        this.models = models;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        models.pin();
        try {
            chain.doFilter(request, response);
        } finally {
            models.unpin();
        }
    }
}
