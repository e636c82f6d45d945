package org.muniment.ops.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.muniment.ops.http.UnknownHere;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/**
 * The sessions of the pages: begun by the code flow of OpenID Connect with PKCE and a nonce, ended
 * by signing out, and good for a change only with the token of a page.
 */
@Component
public final class PageSignIn {
    static final String START = "/oauth2/authorization/" + SignInProvider.ID;
    private static final String SOON = "30";
    private static final Logger LOG = LoggerFactory.getLogger(PageSignIn.class);

    /** Codes of RFC 6749 and of Spring; whoever comes back can bring any other text. */
    private static final Pattern ERROR = Pattern.compile("[a-z_]{1,50}");

    /** A stranger's request changes nothing; its form is not even read. */
    private static final RequestMatcher CHANGES_BY_SESSION =
            request ->
                    CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request)
                            && request.getSession(false) != null;

    private final SignInProvider provider;
    private final SignInPages pages;
    private final SignOut signOut;

    PageSignIn(SignInProvider provider, SignInPages pages, SignOut signOut) {
        this.provider = provider;
        this.pages = pages;
        this.signOut = signOut;
    }

    /**
     * @param strangers what those are told who are not signed in and ask for no page
     * @param listed whether there is anything at a path
     */
    public <T extends AuthenticationEntryPoint & AccessDeniedHandler> void on(
            HttpSecurity http, T strangers, Predicate<String> listed) {
        ThereAndBack asking = new ThereAndBack(START, "page");
        http.exceptionHandling(
                        refusals ->
                                refusals.authenticationEntryPoint(
                                                (request, response, cause) -> {
                                                    if (isUnsent(request)) {
                                                        pages.unsent(
                                                                request,
                                                                response,
                                                                HttpStatus.UNAUTHORIZED);
                                                    } else if (isNowhere(request, listed)) {
                                                        pages.unknown(request, response);
                                                    } else {
                                                        (isForPage(request) ? asking : strangers)
                                                                .commence(request, response, cause);
                                                    }
                                                })
                                        .accessDeniedHandler(
                                                (request, response, cause) -> {
                                                    if (cause instanceof CsrfException
                                                            && isUnsent(request)) {
                                                        pages.unsent(
                                                                request,
                                                                response,
                                                                HttpStatus.FORBIDDEN);
                                                    } else if (isNowhere(request, listed)) {
                                                        pages.unknown(request, response);
                                                    } else if (isForPage(request)) {
                                                        refused(request, response, cause);
                                                    } else {
                                                        strangers.handle(request, response, cause);
                                                    }
                                                }))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .csrf(csrf -> csrf.requireCsrfProtectionMatcher(CHANGES_BY_SESSION))
                // The real time in the demo too, whose clock is simulated.
                .addFilterBefore(
                        new SessionAge(Clock.systemUTC()), SecurityContextHolderFilter.class)
                .logout(
                        out ->
                                out.logoutUrl("/sign-out")
                                        .logoutSuccessHandler(signOut)
                                        .permitAll(false));
        if (provider.signsPeopleIn()) {
            http.oauth2Login(
                    login ->
                            login.loginPage(START)
                                    .clientRegistrationRepository(provider)
                                    .authorizedClientRepository(new NoTokensKept())
                                    .authorizationEndpoint(
                                            start ->
                                                    start.authorizationRedirectStrategy(
                                                            pages.onward("Signing in")))
                                    .userInfoEndpoint(
                                            person -> person.oidcUserService(PageSignIn::named))
                                    .successHandler(asking)
                                    .failureHandler(this::failed)
                                    .withObjectPostProcessor(toldBy(this::failed)));
        }
    }

    private void refused(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
            throws IOException, ServletException {
        if (cause instanceof UnknownHere) {
            pages.unknown(request, response);
        } else {
            pages.refusal(request, response);
        }
    }

    /** The id token says all that is asked of a provider; what they may do, the log says. */
    private static OidcUser named(OidcUserRequest given) {
        return new DefaultOidcUser(List.of(), given.getIdToken());
    }

    /** What is told to people alone; a program is still told nothing but to sign in. */
    private boolean isNowhere(HttpServletRequest request, Predicate<String> listed) {
        return isForPage(request) && !listed.test(request.getRequestURI());
    }

    private boolean isForPage(HttpServletRequest request) {
        return provider.signsPeopleIn()
                && HttpMethod.GET.matches(request.getMethod())
                && !request.getRequestURI().startsWith("/api/")
                && accepted(request).contains(MediaType.TEXT_HTML);
    }

    /** The form of somebody whose session ended meanwhile; what a stranger sends is not read. */
    private boolean isUnsent(HttpServletRequest request) {
        return provider.signsPeopleIn()
                && HttpMethod.POST.matches(request.getMethod())
                && !request.getRequestURI().startsWith("/api/")
                && request.getRequestedSessionId() != null
                && accepted(request).contains(MediaType.TEXT_HTML)
                && request.getParameter(SignInPages.STEP) != null;
    }

    private static List<MediaType> accepted(HttpServletRequest request) {
        try {
            return MediaType.parseMediaTypes(request.getHeader(HttpHeaders.ACCEPT));
        } catch (IllegalArgumentException unreadable) {
            return List.of();
        }
    }

    /** What went wrong is for those who run Muniment: it may say something of a provider. */
    private void failed(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException, ServletException {
        if (isOutOfReach(cause)) {
            LOG.warn("Nobody can sign in: {}", NestedExceptionUtils.getMostSpecificCause(cause));
            response.setHeader(HttpHeaders.RETRY_AFTER, SOON);
            pages.notice(
                    request,
                    response,
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "Signing in is not possible at present",
                    "The service that says who you are cannot be reached. Try again in a minute.");
            return;
        }
        LOG.info("Nobody was signed in: {}", codeOf(cause));
        pages.notice(
                request,
                response,
                HttpStatus.UNAUTHORIZED,
                "You are not signed in",
                "Signing in took too long, or was broken off.");
    }

    private static String codeOf(AuthenticationException cause) {
        return cause instanceof OAuth2AuthenticationException refused
                        && ERROR.matcher(refused.getError().getErrorCode()).matches()
                ? refused.getError().getErrorCode()
                : "for another reason";
    }

    private static boolean isOutOfReach(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof AuthenticationServiceException || cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    private static ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter> toldBy(
            AuthenticationFailureHandler failed) {
        return new ObjectPostProcessor<>() {
            @Override
            public <F extends OAuth2AuthorizationRequestRedirectFilter> F postProcess(F filter) {
                filter.setAuthenticationFailureHandler(failed);
                return filter;
            }
        };
    }
}
