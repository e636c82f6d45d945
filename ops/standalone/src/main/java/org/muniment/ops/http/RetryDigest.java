package org.muniment.ops.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.muniment.kernel.words.Sha256;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Takes the digest of what a request with an idempotency key asks for, to the byte. */
@Component
@Order(BodyLimit.AFTER_SIGN_IN + 1)
class RetryDigest extends OncePerRequestFilter {
    static final String KEY = "Idempotency-Key";
    private static final String NAME = RetryDigest.class.getName();

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(KEY) == null;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Kept(request), response);
    }

    /** What the request asks for; its body must have been read or is read now. */
    static Sha256 of(HttpServletRequest request) throws IOException {
        return ((Kept) request.getAttribute(NAME)).digest();
    }

    /** Keeps the body, which others limit, so that it can be read twice. */
    private static final class Kept extends HttpServletRequestWrapper {
        private byte[] body;

        Kept(HttpServletRequest request) {
            super(request);
            request.setAttribute(NAME, this);
        }

        private byte[] body() throws IOException {
            if (body == null) {
                body = super.getInputStream().readAllBytes();
            }
            return body;
        }

        Sha256 digest() throws IOException {
            ByteArrayOutputStream asked = new ByteArrayOutputStream();
            for (String part :
                    new String[] {
                        getMethod(),
                        getRequestURI(),
                        Objects.toString(getQueryString(), ""),
                        Objects.toString(getHeader(HttpHeaders.IF_MATCH), ""),
                        Objects.toString(getHeader("On-Behalf-Of"), ""),
                        Objects.toString(getHeader("Reason"), "")
                    }) {
                asked.writeBytes((part + "\n").getBytes(StandardCharsets.UTF_8));
            }
            asked.writeBytes(body());
            return Sha256.of(asked.toByteArray());
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new KeptBody(body());
        }
    }
}
