package org.muniment.ops.access;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.muniment.kernel.access.Grant;
import org.muniment.kernel.access.GrantId;
import org.muniment.kernel.access.Reach;
import org.muniment.kernel.access.Role;
import org.muniment.kernel.words.PersonId;
import org.muniment.kernel.words.Sha256;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The demo's clients, one per role, named like it. Outside the demo there is none of them. */
@Configuration(proxyBeanMethods = false)
class DemoClients {
    private static final int SECRET_BYTES = 16;

    private final boolean present;

    DemoClients(
            @Value("${muniment.demo:false}") boolean demo,
            @Value("${muniment.demo-people:false}") boolean people) {
        present = demo || people;
    }

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
    UserDetailsService clients(DemoSecret secret, Registry registry) {
        Sha256 digest = Sha256.of(secret.value());
        return new Accounts(each(role -> digest), registry);
    }

    /** They act in every partnership, council and service. */
    @Bean
    StandingGrants standingGrants() {
        return new StandingGrants(
                each(
                        role ->
                                List.of(
                                        new Grant(
                                                new GrantId("demo"),
                                                role,
                                                Reach.EVERYWHERE,
                                                null))));
    }

    private <T> Map<PersonId, T> each(Function<Role, T> of) {
        return Arrays.stream(Role.values())
                .filter(role -> present && role.isGiven())
                .collect(Collectors.toUnmodifiableMap(role -> new PersonId(role.value()), of));
    }
}
