package org.muniment.ops.access;

import java.time.Clock;
import org.muniment.ops.http.Hop;
import org.muniment.ops.http.SafetyHeaders;
import org.muniment.ops.limits.AddressFilter;
import org.muniment.ops.limits.Addresses;
import org.muniment.ops.limits.Limits;
import org.muniment.ops.limits.SignInFilter;
import org.muniment.ops.signin.PageSignIn;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.HeaderWriterFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts the access table in force, for those who sign in by a header (a bearer token, and in the
 * demo HTTP Basic too) and for those who signed in to the pages.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class AccessRules {
    @Bean
    SignInErrors signInErrors(
            @Value("${muniment.demo:false}") boolean demo,
            @Value("${muniment.demo-people:false}") boolean people,
            JsonMapper json) {
        return new SignInErrors(demo || people, json);
    }

    /** What all chains have, whoever made them. */
    @Bean
    Customizer<HttpSecurity> always(Limits limits, Addresses addresses, JsonMapper json) {
        return http ->
                http.headers(
                                headers ->
                                        headers.defaultsDisabled()
                                                .httpStrictTransportSecurity(
                                                        Customizer.withDefaults())
                                                .addHeaderWriter(
                                                        (request, response) ->
                                                                SafetyHeaders.on(response)))
                        // The real time in the demo too, whose clock is simulated.
                        .addFilterAfter(new RefusalLog(Clock.systemUTC()), HeaderWriterFilter.class)
                        .addFilterAfter(
                                new AddressFilter(limits, addresses, json), RefusalLog.class);
    }

    /** Another process of this installation has found out who it is. */
    @Bean
    @Order(-1)
    SecurityFilterChain byHop(HttpSecurity http, ByTable table, SignInErrors errors)
            throws Exception {
        table.on(http);
        withoutSession(http, errors);
        return http.securityMatcher(Hop::isOne)
                .addFilterAfter(new HopSender(), AddressFilter.class)
                .build();
    }

    /** Whoever shows who they are in a header is that and nobody else: no cookie is looked at. */
    @Bean
    @Order(0)
    SecurityFilterChain byHeader(
            HttpSecurity http,
            JwtDecoder tokens,
            TokenPeople people,
            ByTable table,
            SignInErrors errors,
            Limits limits,
            Addresses addresses,
            JsonMapper json)
            throws Exception {
        if (errors.secrets()) {
            http.httpBasic(basic -> basic.authenticationEntryPoint(errors));
        }
        table.on(http);
        withoutSession(http, errors);
        return http.securityMatcher(request -> request.getHeader(HttpHeaders.AUTHORIZATION) != null)
                .oauth2ResourceServer(
                        bearer ->
                                bearer.jwt(
                                                jwt ->
                                                        jwt.decoder(tokens)
                                                                .jwtAuthenticationConverter(
                                                                        people::of))
                                        .authenticationEntryPoint(errors)
                                        .withObjectPostProcessor(toldBy(errors)))
                .addFilterAfter(SignInFilter.byHeader(limits, addresses, json), AddressFilter.class)
                .build();
    }

    /** Whoever is known by the request itself: nothing is kept of them, and no page can lend it. */
    private static void withoutSession(HttpSecurity http, SignInErrors errors) throws Exception {
        http.exceptionHandling(
                        refusals ->
                                refusals.authenticationEntryPoint(errors)
                                        .accessDeniedHandler(errors))
                .sessionManagement(
                        sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable());
    }

    /** Anybody else acts by the session they signed in to, or is a stranger. */
    @Bean
    @Order(1)
    SecurityFilterChain bySession(
            HttpSecurity http, PageSignIn pages, ByTable table, SignInErrors errors)
            throws Exception {
        pages.on(http, errors, AccessTable::isListed);
        table.on(http);
        return http.build();
    }

    /** A token that cannot be checked, because its keys are out of reach, is no failure of ours. */
    private static ObjectPostProcessor<BearerTokenAuthenticationFilter> toldBy(
            SignInErrors errors) {
        return new ObjectPostProcessor<>() {
            @Override
            public <F extends BearerTokenAuthenticationFilter> F postProcess(F filter) {
                filter.setAuthenticationFailureHandler(errors::commence);
                return filter;
            }
        };
    }
}
