package org.muniment.ops.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.muniment.ops.limits.AddressFilter;
import org.muniment.ops.limits.Addresses;
import org.muniment.ops.limits.Limits;
import org.muniment.ops.limits.SignInFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationValidator;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.session.HttpSessionEventPublisher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The embedded authorization server, as far as browsers see it: a form for name and secret, and the
 * address that answers with a code for the pages. Not there where a provider is set.
 */
@Configuration(proxyBeanMethods = false)
class OwnSignIn {
    static final String FORM = "/sign-in";

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 1)
    SecurityFilterChain ownSignInRules(
            HttpSecurity http,
            SignInProvider provider,
            SignInPages pages,
            Limits limits,
            Addresses addresses)
            throws Exception {
        ThereAndBack asking = new ThereAndBack(FORM, "authorization");
        return http.securityMatcher(addresses(provider))
                .with(
                        new OAuth2AuthorizationServerConfigurer(),
                        server ->
                                server.oidc(Customizer.withDefaults())
                                        .authorizationEndpoint(
                                                code ->
                                                        code.authenticationProviders(
                                                                OwnSignIn::exact)))
                .authorizeHttpRequests(
                        requests -> {
                            requests.requestMatchers(FORM).permitAll();
                            requests.anyRequest().authenticated();
                        })
                .formLogin(
                        form ->
                                form.loginPage(FORM)
                                        .usernameParameter(SignInPages.NAME)
                                        .passwordParameter("secret")
                                        .successHandler(asking)
                                        .failureHandler(
                                                (request, response, cause) ->
                                                        pages.form(
                                                                request,
                                                                response,
                                                                HttpStatus.UNAUTHORIZED,
                                                                "The name or the secret is not"
                                                                        + " right")))
                .exceptionHandling(
                        refusals ->
                                refusals.authenticationEntryPoint(asking)
                                        .accessDeniedHandler(
                                                (request, response, cause) ->
                                                        pages.form(
                                                                request,
                                                                response,
                                                                HttpStatus.FORBIDDEN,
                                                                "The form had been open for too"
                                                                        + " long: try again")))
                .securityContext(context -> context.securityContextRepository(apart()))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .addFilterAfter(
                        new SignInFilter(
                                limits,
                                addresses,
                                OwnSignIn::claim,
                                (request, response, wait) ->
                                        tooMany(pages, request, response, wait)),
                        AddressFilter.class)
                .build();
    }

    /** RFC 8252 would let a code go to any port of 127.0.0.1; ours goes to ours. */
    private static void exact(List<AuthenticationProvider> providers) {
        for (AuthenticationProvider provider : providers) {
            if (provider instanceof OAuth2AuthorizationCodeRequestAuthenticationProvider codes) {
                codes.setAuthenticationValidator(
                        new OAuth2AuthorizationCodeRequestAuthenticationValidator()
                                .andThen(OwnSignIn::comesBackHere));
            }
        }
    }

    private static void comesBackHere(OAuth2AuthorizationCodeRequestAuthenticationContext asked) {
        OAuth2AuthorizationCodeRequestAuthenticationToken request = asked.getAuthentication();
        if (!asked.getRegisteredClient().getRedirectUris().contains(request.getRedirectUri())) {
            throw new OAuth2AuthorizationCodeRequestAuthenticationException(
                    new OAuth2Error(OAuth2ErrorCodes.INVALID_REQUEST), null);
        }
    }

    /** Nobody is signed in to the pages by the form alone; the code flow does that. */
    private static SecurityContextRepository apart() {
        HttpSessionSecurityContextRepository apart = new HttpSessionSecurityContextRepository();
        apart.setSpringSecurityContextKey("authorization-server");
        return apart;
    }

    /** The server notes who was given a code in which session, and is told when that has ended. */
    @Bean
    HttpSessionEventPublisher sessionEvents() {
        return new HttpSessionEventPublisher();
    }

    private static RequestMatcher addresses(SignInProvider provider) {
        PathPatternRequestMatcher.Builder paths = PathPatternRequestMatcher.withDefaults();
        RequestMatcher code = paths.matcher(HttpMethod.GET, "/oauth2/authorize");
        RequestMatcher form = paths.matcher(HttpMethod.GET, FORM);
        RequestMatcher sent = paths.matcher(HttpMethod.POST, FORM);
        return request ->
                provider.isEmbedded()
                        && (code.matches(request)
                                || form.matches(request)
                                || sent.matches(request));
    }

    private static Optional<String> claim(HttpServletRequest request) {
        return HttpMethod.POST.matches(request.getMethod())
                ? Optional.ofNullable(request.getParameter(SignInPages.NAME))
                : Optional.empty();
    }

    private static void tooMany(
            SignInPages pages,
            HttpServletRequest request,
            HttpServletResponse response,
            Duration wait)
            throws ServletException, IOException {
        long seconds = wait.plusMillis(999).toSeconds();
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        pages.form(
                request,
                response,
                HttpStatus.TOO_MANY_REQUESTS,
                "There have been too many attempts: try again in %d seconds".formatted(seconds));
    }
}
