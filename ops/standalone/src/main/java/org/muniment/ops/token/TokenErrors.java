package org.muniment.ops.token;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import tools.jackson.databind.json.JsonMapper;

/** Refusals of the token endpoint in the words of RFC 6749, 5.2, and no more words than those. */
record TokenErrors(JsonMapper json)
        implements AuthenticationEntryPoint, AuthenticationFailureHandler {
    @Override
    public void commence(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException nobody)
            throws IOException {
        write(response, OAuth2ErrorCodes.INVALID_CLIENT);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        write(
                response,
                cause instanceof OAuth2AuthenticationException refused
                        ? refused.getError().getErrorCode()
                        : OAuth2ErrorCodes.INVALID_CLIENT);
    }

    private void write(HttpServletResponse response, String code) throws IOException {
        boolean stranger = code.equals(OAuth2ErrorCodes.INVALID_CLIENT);
        if (stranger) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Muniment\"");
        }
        response.setStatus((stranger ? HttpStatus.UNAUTHORIZED : HttpStatus.BAD_REQUEST).value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(Map.of("error", code)));
    }
}
