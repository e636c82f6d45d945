package org.muniment.ops.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.Principal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muniment.command.dispatch.Caller;
import org.muniment.command.dispatch.Retry;
import org.muniment.kernel.words.Malformed;
import org.muniment.kernel.words.Text;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Who sends a command: from the sign-in and from the request's headers. */
final class CallerResolver implements HandlerMethodArgumentResolver {
    private static final Pattern ETAG = Pattern.compile("\"([0-9]{1,18})\"");
    private static final Pattern RETRY_KEY = Pattern.compile("[A-Za-z0-9-]{1,64}");
    private static final int REASON_LIMIT = 500;
    private static final String DRY_RUN = "dryRun";

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class;
    }

    @Override
    public Caller resolveArgument(
            MethodParameter parameter,
            ModelAndViewContainer container,
            NativeWebRequest request,
            WebDataBinderFactory binders)
            throws IOException {
        Authentication person = authentication(request.getUserPrincipal());
        HttpServletRequest sent = request.getNativeRequest(HttpServletRequest.class);
        Admitted admitted = Admitted.of(sent);
        return new Caller(
                person.getName(),
                admitted.role().value(),
                reason(request.getHeader("Reason")),
                Correlation.of(sent),
                expectedVersion(request.getHeaderValues(HttpHeaders.IF_MATCH)),
                retry(request),
                admitted.onBehalfOf(),
                admitted.warrant(),
                isDryRun(sent));
    }

    /** Asked for in one word, so that nothing is done in earnest that was meant to be tried. */
    private static boolean isDryRun(HttpServletRequest request) {
        String[] said = request.getParameterValues(DRY_RUN);
        if (said == null) {
            return false;
        }
        if (said.length > 1 || !List.of("true", "false").contains(said[0])) {
            throw new Malformed(DRY_RUN, "must be true or false, and be said once");
        }
        return said[0].equals("true");
    }

    private static Retry retry(NativeWebRequest request) throws IOException {
        String key = request.getHeader(RetryDigest.KEY);
        if (key == null) {
            return null;
        }
        if (!RETRY_KEY.matcher(key).matches()) {
            throw new Malformed(
                    RetryDigest.KEY, "must be 1 to 64 letters, digits or hyphens, such as a UUID");
        }
        return new Retry(key, RetryDigest.of(request.getNativeRequest(HttpServletRequest.class)));
    }

    private static Authentication authentication(Principal principal) {
        if (principal instanceof Authentication authentication) {
            return authentication;
        }
        throw new IllegalStateException("a command without a sender");
    }

    private static String reason(String header) {
        if (header == null) {
            return null;
        }
        try {
            return Text.line(header, REASON_LIMIT);
        } catch (IllegalArgumentException unusable) {
            throw new Malformed("Reason", unusable.getMessage());
        }
    }

    /** One version and no choice: neither a list nor {@code *}, which any version would match. */
    private static Long expectedVersion(String[] headers) {
        if (headers == null) {
            return null;
        }
        Matcher version = ETAG.matcher(headers[0].trim());
        if (headers.length > 1 || !version.matches()) {
            throw new Malformed(
                    HttpHeaders.IF_MATCH,
                    "must be one version as given in ETag, such as \"3\"; * and lists are not"
                            + " taken");
        }
        return Long.valueOf(version.group(1));
    }
}
