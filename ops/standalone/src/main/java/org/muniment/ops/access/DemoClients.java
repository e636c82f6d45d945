package org.muniment.ops.access;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;

/**
 * The demo's clients, one per role, named like it. Outside the demo there is none, so nobody can
 * sign in.
 */
@Configuration(proxyBeanMethods = false)
class DemoClients {
    private static final int SECRET_BYTES = 16;

    /** The secret all demo clients share: given by MUNIMENT_DEMO_SECRET, or random. */
    @Bean
    DemoSecret demoSecret(@Value("${muniment.demo-secret:}") String given) {
        if (!given.isBlank()) {
            return new DemoSecret(given, true);
        }
        byte[] random = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(random);
        return new DemoSecret(HexFormat.of().formatHex(random), false);
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return new SecretDigest();
    }

    @Bean
    UserDetailsService clients(
            DemoSecret secret,
            PasswordEncoder encoder,
            @Value("${muniment.demo:false}") boolean demo,
            @Value("${muniment.demo-people:false}") boolean people) {
        if (!demo && !people) {
            return new InMemoryUserDetailsManager();
        }
        UserDetails[] clients =
                Arrays.stream(Role.values())
                        .map(
                                role ->
                                        User.withUsername(role.value())
                                                .password(encoder.encode(secret.value()))
                                                .authorities(role.value())
                                                .build())
                        .toArray(UserDetails[]::new);
        return new InMemoryUserDetailsManager(clients);
    }
}
