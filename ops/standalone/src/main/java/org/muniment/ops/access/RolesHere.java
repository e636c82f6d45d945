package org.muniment.ops.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.muniment.kernel.access.Reach;
import org.muniment.ops.http.Admitted;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells the framework which roles somebody holds everywhere: it shows those of its health more. */
final class RolesHere extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(
                new HttpServletRequestWrapper(request) {
                    @Override
                    public boolean isUserInRole(String role) {
                        return Admitted.find(request).stream()
                                .flatMap(admitted -> admitted.warrant().grants().stream())
                                .filter(grant -> grant.reach().equals(Reach.EVERYWHERE))
                                .anyMatch(grant -> grant.role().value().equals(role));
                    }
                },
                response);
    }
}
