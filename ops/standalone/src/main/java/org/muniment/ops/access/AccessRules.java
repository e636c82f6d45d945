package org.muniment.ops.access;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.muniment.ops.http.Problems;
import org.muniment.ops.http.SafetyHeaders;
import org.muniment.ops.limits.AddressFilter;
import org.muniment.ops.limits.Addresses;
import org.muniment.ops.limits.Limits;
import org.muniment.ops.limits.PersonFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.core.GrantedAuthorityDefaults;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import tools.jackson.databind.json.JsonMapper;

/** Puts the access table in force over HTTP Basic. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class AccessRules {
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
                    + " base-uri 'none'; frame-ancestors 'none'";

    /** Roles are asked for by the names they have here. */
    @Bean
    static GrantedAuthorityDefaults rolesWithoutPrefix() {
        return new GrantedAuthorityDefaults("");
    }

    @Bean
    SecurityFilterChain rules(
            HttpSecurity http, JsonMapper json, Limits limits, Addresses addresses)
            throws Exception {
        return http.authorizeHttpRequests(
                        requests -> {
                            requests.requestMatchers(
                                            "/actuator/health/**", "/v3/api-docs/**", "/error")
                                    .permitAll();
                            requests.requestMatchers("/muniment.css").permitAll();
                            for (AccessTable.Row row : AccessTable.ROWS) {
                                requests.requestMatchers(row.method(), row.path())
                                        .hasAnyAuthority(
                                                row.roles().stream()
                                                        .map(Role::value)
                                                        .toArray(String[]::new));
                            }
                            requests.anyRequest().denyAll();
                        })
                .httpBasic(
                        basic ->
                                basic.authenticationEntryPoint(
                                        (request, response, cause) -> unauthorized(response, json)))
                .exceptionHandling(
                        errors ->
                                errors.authenticationEntryPoint(
                                                (request, response, cause) ->
                                                        unauthorized(response, json))
                                        .accessDeniedHandler(
                                                (request, response, cause) ->
                                                        write(
                                                                response,
                                                                HttpStatus.FORBIDDEN,
                                                                "your role may not do this",
                                                                json)))
                .sessionManagement(
                        sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .headers(
                        headers ->
                                headers.defaultsDisabled()
                                        .httpStrictTransportSecurity(Customizer.withDefaults())
                                        .addHeaderWriter(
                                                (request, response) -> SafetyHeaders.on(response)))
                // The real time in the demo too, whose clock is simulated.
                .addFilterAfter(new RefusalLog(Clock.systemUTC()), HeaderWriterFilter.class)
                .addFilterAfter(new AddressFilter(limits, addresses, json), RefusalLog.class)
                .addFilterBefore(new PersonFilter(limits, json), AuthorizationFilter.class)
                .build();
    }

    private static void unauthorized(HttpServletResponse response, JsonMapper json)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Muniment\"");
        write(response, HttpStatus.UNAUTHORIZED, "sign in first", json);
    }

    private static void write(
            HttpServletResponse response, HttpStatus status, String detail, JsonMapper json)
            throws IOException {
        String name = status == HttpStatus.UNAUTHORIZED ? "not-signed-in" : "forbidden";
        Problems.write(response, Problems.of(status, name, detail), json);
    }
}
