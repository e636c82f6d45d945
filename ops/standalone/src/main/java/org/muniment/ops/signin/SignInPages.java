package org.muniment.ops.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.stereotype.Component;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** What people see on their way in and out, and where it goes wrong. */
@Component
final class SignInPages {
    static final String NAME = "name";

    /** What every form of a command has, and no other. */
    static final String STEP = "_step";

    private static final String NOTICE = "notice";

    private final ThymeleafViewResolver views;

    SignInPages(ThymeleafViewResolver views) {
        this.views = views;
    }

    /** {@code claimed} is shown again, so that a slip in the secret costs no second typing. */
    void form(
            HttpServletRequest request,
            HttpServletResponse response,
            HttpStatus status,
            String fault)
            throws ServletException, IOException {
        Object claimed = request.getParameter(NAME);
        show(
                request,
                response,
                status,
                "sign-in",
                Map.of("fault", fault, "claimed", claimed == null ? "" : claimed));
    }

    void notice(
            HttpServletRequest request,
            HttpServletResponse response,
            HttpStatus status,
            String title,
            String text)
            throws ServletException, IOException {
        show(
                request,
                response,
                status,
                NOTICE,
                Map.of("title", title, "text", text, "to", "/", "link", "Sign in again"));
    }

    /** For somebody signed in: an administrator has to know under which id. */
    void refusal(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        show(
                request,
                response,
                HttpStatus.FORBIDDEN,
                NOTICE,
                Map.of(
                        "title",
                        "You may not see this page",
                        "text",
                        "You are signed in as %s. An administrator gives roles to that name."
                                .formatted(request.getRemoteUser()),
                        "to",
                        "/",
                        "link",
                        "Try again"));
    }

    /** What came in a form that could not be taken is given back, to be sent again. */
    void unsent(HttpServletRequest request, HttpServletResponse response, HttpStatus status)
            throws ServletException, IOException {
        Map<String, String> again = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> again.put(name, values[0]));
        List.of("_csrf", STEP, "more").forEach(again::remove);
        show(
                request,
                response,
                status,
                "unsent",
                Map.of("address", request.getRequestURI(), "again", again));
    }

    /** There is no such thing, or none that the reader may know of. */
    void unknown(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        show(
                request,
                response,
                HttpStatus.NOT_FOUND,
                NOTICE,
                Map.of(
                        "title",
                        "There is no such page",
                        "text",
                        "The address may be mistyped, or what it names is not for you to see.",
                        "to",
                        "/",
                        "link",
                        "Go to the start"));
    }

    /**
     * Sends a browser to a provider. Never by a redirect, which may be the answer to a form of
     * ours: the policy of form-action holds for wherever a form ends up, and which hosts a provider
     * sends people on to, nobody here knows.
     */
    RedirectStrategy onward(String title) {
        return (request, response, to) -> {
            if (to.startsWith("/")) {
                response.sendRedirect(to);
                return;
            }
            try {
                show(
                        request,
                        response,
                        HttpStatus.OK,
                        NOTICE,
                        Map.of(
                                "title",
                                title,
                                "text",
                                "",
                                "to",
                                to,
                                "link",
                                "Continue",
                                "onward",
                                true));
            } catch (ServletException failed) {
                throw new IOException(failed);
            }
        };
    }

    private void show(
            HttpServletRequest request,
            HttpServletResponse response,
            HttpStatus status,
            String view,
            Map<String, Object> model)
            throws ServletException, IOException {
        try {
            response.setStatus(status.value());
            views.resolveViewName(view, Locale.UK).render(model, request, response);
        } catch (IOException | RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new ServletException(failed);
        }
    }
}
