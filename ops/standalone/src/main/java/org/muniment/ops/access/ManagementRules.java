package org.muniment.ops.access;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The management port, where there is one, is for machines that watch: they read health and metrics
 * and do not sign in. Who reaches it is decided by its address and the network.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("management.server.port")
class ManagementRules {
    @Bean
    @Order(-1)
    SecurityFilterChain byManagementPort(HttpSecurity http, Environment environment)
            throws Exception {
        return http.securityMatcher(request -> request.getLocalPort() == portIn(environment))
                .authorizeHttpRequests(
                        requests ->
                                requests.requestMatchers(
                                                HttpMethod.GET,
                                                "/actuator/health",
                                                "/actuator/health/liveness",
                                                "/actuator/health/readiness",
                                                "/actuator/prometheus")
                                        .permitAll()
                                        .anyRequest()
                                        .denyAll())
                .sessionManagement(
                        sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    private static int portIn(Environment environment) {
        return environment.getProperty("local.management.port", Integer.class, -1);
    }
}
