package org.muniment.ops.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/** Before sign-in: how much comes from an address, and how often it fails to sign in. */
public final class AddressFilter extends OncePerRequestFilter {
    private static final int LONGEST_NAME = 64;
    private static final String BASIC = "Basic ";

    private final Limits limits;
    private final Addresses addresses;
    private final JsonMapper json;

    public AddressFilter(Limits limits, Addresses addresses, JsonMapper json) {
        this.limits = limits;
        this.addresses = addresses;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String address = addresses.of(request);
        String credentials = request.getHeader(HttpHeaders.AUTHORIZATION);
        String name = nameIn(credentials);
        Duration wait = limits.ofAddress(address);
        if (wait.isZero() && credentials != null) {
            wait = limits.ofSignIn(address, name);
        }
        if (!wait.isZero()) {
            TooMany.tell(response, wait, json);
            return;
        }
        chain.doFilter(request, response);
        if (credentials != null && response.getStatus() == HttpStatus.UNAUTHORIZED.value()) {
            limits.failed(address, name);
        }
    }

    /** Whom the credentials claim to be of; they may be anything. */
    private static String nameIn(String credentials) {
        if (credentials == null || !credentials.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return "";
        }
        try {
            byte[] decoded = Base64.getDecoder().decode(credentials.substring(BASIC.length()));
            String name = new String(decoded, StandardCharsets.UTF_8).split(":", 2)[0];
            return name.substring(0, Math.min(name.length(), LONGEST_NAME));
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }
}
