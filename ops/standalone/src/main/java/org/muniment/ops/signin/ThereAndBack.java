package org.muniment.ops.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/**
 * Sends somebody away to be signed in, and then back to what they had asked for: a path of ours,
 * kept in their session and not in an address that others could make up.
 *
 * @param away where they are signed in
 * @param memory the session's attribute
 */
record ThereAndBack(String away, String memory)
        implements AuthenticationEntryPoint, AuthenticationSuccessHandler {
    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        String query = request.getQueryString();
        String asked = request.getRequestURI() + (query == null ? "" : "?" + query);
        request.getSession().setAttribute(memory, asked);
        response.sendRedirect(away);
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication person)
            throws IOException {
        HttpSession session = request.getSession();
        Object asked = session.getAttribute(memory);
        session.removeAttribute(memory);
        response.sendRedirect(asked instanceof String path ? path : "/");
    }
}
