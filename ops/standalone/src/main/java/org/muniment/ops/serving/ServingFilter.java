package org.muniment.ops.serving;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.muniment.kernel.access.Role;
import org.muniment.kernel.words.PersonId;
import org.muniment.kernel.words.Sha256;
import org.muniment.ops.http.Admitted;
import org.muniment.query.serving.Served;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Takes the digest of what a member was given, once it has been sent. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class ServingFilter extends OncePerRequestFilter {
    private final ServingRecorder recorder;
    private final Clock clock;

    ServingFilter(ServingRecorder recorder, Clock clock) {
        this.recorder = recorder;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.GET.matches(request.getMethod())
                || isStream(request)
                || !isMember(request);
    }

    /** It shows nothing, and cannot be kept until it ends. */
    private static boolean isStream(HttpServletRequest request) {
        return request.getRequestURI().endsWith("/live");
    }

    private static boolean isMember(HttpServletRequest request) {
        return Admitted.find(request)
                .filter(
                        admitted ->
                                admitted.warrant().grants().stream()
                                        .anyMatch(grant -> grant.role() == Role.MEMBER))
                .isPresent();
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper kept = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, kept);
        byte[] bytes = kept.getContentAsByteArray();
        kept.copyBodyToResponse();
        if (kept.getStatus() == HttpStatus.OK.value()) {
            Served.in(request.getAttribute(Served.attribute()))
                    .ifPresent(
                            served ->
                                    recorder.note(
                                            served,
                                            Sha256.of(bytes),
                                            new PersonId(request.getUserPrincipal().getName()),
                                            clock.instant()));
        }
    }
}
