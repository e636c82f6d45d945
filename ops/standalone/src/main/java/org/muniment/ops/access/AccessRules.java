package org.muniment.ops.access;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.core.GrantedAuthorityDefaults;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
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
    SecurityFilterChain rules(HttpSecurity http, JsonMapper json) throws Exception {
        return http.authorizeHttpRequests(
                        requests -> {
                            requests.requestMatchers(
                                            "/actuator/health/**", "/v3/api-docs/**", "/error")
                                    .permitAll();
                            requests.requestMatchers("/muniment.css").permitAll();
                            for (String kind : ImportAccess.COMMANDS.keySet()) {
                                requests.requestMatchers(importOf(kind))
                                        .hasAnyAuthority(names(ImportAccess.rolesOf(kind)));
                            }
                            for (AccessTable.Row row : AccessTable.ROWS) {
                                requests.requestMatchers(row.method(), row.path())
                                        .hasAnyAuthority(names(row.roles()));
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
                                headers.contentSecurityPolicy(
                                        policy -> policy.policyDirectives(POLICY)))
                .build();
    }

    private static RequestMatcher importOf(String kind) {
        return new AndRequestMatcher(
                PathPatternRequestMatcher.withDefaults()
                        .matcher(HttpMethod.POST, AccessTable.IMPORTS),
                request -> kind.equals(request.getParameter("kind")));
    }

    private static String[] names(Set<Role> roles) {
        return roles.stream().map(Role::value).toArray(String[]::new);
    }

    private static void unauthorized(HttpServletResponse response, JsonMapper json)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Muniment\"");
        write(response, HttpStatus.UNAUTHORIZED, "sign in first", json);
    }

    private static void write(
            HttpServletResponse response, HttpStatus status, String detail, JsonMapper json)
            throws IOException {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(status.getReasonPhrase());
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }
}
