package org.muniment.ops.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/** Before sign-in: how often an address fails to sign in, for one name and for all. */
public final class SignInFilter extends OncePerRequestFilter {
    private static final int LONGEST_NAME = 64;
    private static final String BASIC = "Basic ";

    private final Limits limits;
    private final Addresses addresses;
    private final Function<HttpServletRequest, Optional<String>> claim;
    private final Refusal refusal;

    /** Tells somebody how long they have to wait. */
    @FunctionalInterface
    public interface Refusal {
        void tell(HttpServletRequest request, HttpServletResponse response, Duration wait)
                throws ServletException, IOException;
    }

    /**
     * @param claim whom a request claims to be of, which may be anything; empty where it claims
     *     nothing
     */
    public SignInFilter(
            Limits limits,
            Addresses addresses,
            Function<HttpServletRequest, Optional<String>> claim,
            Refusal refusal) {
        this.limits = limits;
        this.addresses = addresses;
        this.claim = claim;
        this.refusal = refusal;
    }

    public static SignInFilter byHeader(Limits limits, Addresses addresses, JsonMapper json) {
        return new SignInFilter(
                limits,
                addresses,
                request ->
                        Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                                .map(SignInFilter::nameIn),
                (request, response, wait) -> TooMany.tell(response, wait, json));
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> claimed = claim.apply(request);
        if (claimed.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        String address = addresses.of(request);
        String name = oneSpellingOf(claimed.get());
        Duration wait = limits.ofSignIn(address, name);
        if (!wait.isZero()) {
            refusal.tell(request, response, wait);
            return;
        }
        chain.doFilter(request, response);
        if (response.getStatus() == HttpStatus.UNAUTHORIZED.value()) {
            limits.failed(address, name);
        }
    }

    /** A name is found however it is written, so all ways of writing it share a budget. */
    private static String oneSpellingOf(String claimed) {
        String name = claimed.strip().toLowerCase(Locale.ROOT);
        return name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    private static String nameIn(String credentials) {
        if (!credentials.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return "";
        }
        try {
            byte[] decoded = Base64.getDecoder().decode(credentials.substring(BASIC.length()));
            return new String(decoded, StandardCharsets.UTF_8).split(":", 2)[0];
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }
}
