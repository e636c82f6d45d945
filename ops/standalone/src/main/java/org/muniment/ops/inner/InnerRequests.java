package org.muniment.ops.inner;

import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.CompositeFilter;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * Sends a request through the same filters as one from outside, so that the table of access, the
 * token of the page and the limits of a body hold for it, too. Only the budgets of requests have
 * counted the outer one already.
 */
@Component
public final class InnerRequests {
    private static final String SENT = InnerRequests.class.getName();

    private final ObjectProvider<DispatcherServlet> dispatcher;
    private final CompositeFilter filters = new CompositeFilter();

    InnerRequests(
            @Qualifier("springSecurityFilterChain") Filter security,
            @Qualifier("bodyLimit") Filter bodyLimit,
            @Qualifier("retryDigest") Filter retries,
            @Qualifier("relayFilter") Filter relay,
            ObjectProvider<DispatcherServlet> dispatcher) {
        this.dispatcher = dispatcher;
        filters.setFilters(List.of(security, bodyLimit, retries, relay));
    }

    /** Whether this very request is sent by ourselves. Nobody outside can set an attribute. */
    public static boolean isInner(HttpServletRequest request) {
        return request.getAttribute(InnerRequest.MARK) != null;
    }

    /** Whether an inner request has been refused, or done, in the place of this one. */
    public static boolean hasSentOne(HttpServletRequest request) {
        return request.getAttribute(SENT) != null;
    }

    /** It was refused, or done, by another process. */
    public static void noteSent(HttpServletRequest request) {
        request.setAttribute(SENT, true);
    }

    public InnerAnswer send(HttpServletRequest outer, Call call)
            throws ServletException, IOException {
        noteSent(outer);
        Supplier<SecurityContext> sender = SecurityContextHolder.getDeferredContext();
        Buffer answer = new Buffer();
        try {
            filters.doFilter(
                    new InnerRequest(outer, call),
                    answer,
                    (request, response) -> dispatcher.getObject().service(request, response));
        } finally {
            SecurityContextHolder.setDeferredContext(sender);
        }
        return answer.taken();
    }
}
