package org.muniment.ops.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.muniment.ops.http.Problems;
import org.muniment.ops.http.UnknownHere;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What somebody is told who is not known, or may not do this. Never what was wrong with a token or
 * a secret: whoever guesses would learn from it.
 *
 * @param secrets whether anybody can sign in with a secret
 */
record SignInErrors(boolean secrets, JsonMapper json)
        implements AuthenticationEntryPoint, AccessDeniedHandler {
    private static final String REALM = " realm=\"Muniment\"";
    private static final String SOON = "30";
    private static final Map<HttpStatus, String> NAMES =
            Map.of(
                    HttpStatus.UNAUTHORIZED, "not-signed-in",
                    HttpStatus.FORBIDDEN, "forbidden",
                    HttpStatus.NOT_FOUND, "unknown",
                    HttpStatus.SERVICE_UNAVAILABLE, "unavailable");

    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        if (cause instanceof AuthenticationServiceException) {
            response.setHeader(HttpHeaders.RETRY_AFTER, SOON);
            write(response, HttpStatus.SERVICE_UNAVAILABLE, "tokens cannot be checked at present");
            return;
        }
        if (secrets) {
            response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic" + REALM);
        }
        boolean token = cause instanceof OAuth2AuthenticationException;
        response.addHeader(
                HttpHeaders.WWW_AUTHENTICATE,
                "Bearer" + REALM + (token ? ", error=\"invalid_token\"" : ""));
        write(response, HttpStatus.UNAUTHORIZED, "sign in first");
    }

    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
            throws IOException {
        if (cause instanceof UnknownHere) {
            write(response, HttpStatus.NOT_FOUND, cause.getMessage());
        } else {
            write(
                    response,
                    HttpStatus.FORBIDDEN,
                    cause instanceof CsrfException
                            ? "a change by somebody signed in to the pages needs the token of its page"
                            : "your role may not do this here");
        }
    }

    private void write(HttpServletResponse response, HttpStatus status, String detail)
            throws IOException {
        Problems.write(response, Problems.of(status, NAMES.get(status), detail), json);
    }
}
