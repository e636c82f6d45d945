package org.muniment.ops.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.muniment.ops.http.Hop;
import org.muniment.ops.inner.InnerRequests;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/** Before sign-in: how much comes from an address. */
public final class AddressFilter extends OncePerRequestFilter {
    private final Limits limits;
    private final Addresses addresses;
    private final JsonMapper json;

    public AddressFilter(Limits limits, Addresses addresses, JsonMapper json) {
        this.limits = limits;
        this.addresses = addresses;
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
        Duration wait = limits.ofAddress(addresses.of(request));
        if (wait.isZero()) {
            chain.doFilter(request, response);
        } else {
            TooMany.tell(response, wait, json);
        }
    }
}
