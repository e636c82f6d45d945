package org.muniment.ops.token;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import org.muniment.kernel.words.PersonId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** What a token must be before anybody asks whose it is. */
@Configuration(proxyBeanMethods = false)
class TokenChecks {
    /** How far our clock and the issuer's may be apart. */
    static final Duration SKEW = Duration.ofSeconds(60);

    /** The name under which Muniment itself acts in the record. */
    private static final String OURSELVES = "muniment";

    private static final Set<SignatureAlgorithm> OURS = Set.of(SignatureAlgorithm.RS256);
    private static final Set<SignatureAlgorithm> THEIRS =
            Set.of(SignatureAlgorithm.ES256, SignatureAlgorithm.RS256);

    @Bean
    JwtDecoder tokens(JWKSource<SecurityContext> ours, TokenIssuer issuer, Provider provider) {
        // Never the demo's clock: a token lives in the time of whoever holds it.
        Clock clock = Clock.systemUTC();
        return provider.isGiven()
                ? theirs(provider.keys(), provider.issuer(), clock)
                : ours(ours, issuer::name, clock);
    }

    /** What is checked of an id token; its nonce is compared by whoever asked for it. */
    @Bean
    JwtDecoderFactory<ClientRegistration> idTokens(
            JWKSource<SecurityContext> ours, Provider provider) {
        return pages ->
                provider.isGiven()
                        ? idToken(provider.keys(), THEIRS, pages)
                        : idToken(ours, OURS, pages);
    }

    private static JwtDecoder idToken(
            JWKSource<SecurityContext> keys,
            Set<SignatureAlgorithm> algorithms,
            ClientRegistration pages) {
        JwtTypeValidator type = new JwtTypeValidator("JWT");
        type.setAllowEmpty(true);
        OidcIdTokenValidator claims = new OidcIdTokenValidator(pages);
        claims.setClockSkew(SKEW);
        claims.setClock(Clock.systemUTC());
        NimbusJwtDecoder decoder = decoder(keys, algorithms);
        decoder.setJwtValidator(
                new DelegatingOAuth2TokenValidator<>(
                        type,
                        claims,
                        new JwtClaimValidator<>(JwtClaimNames.SUB, TokenChecks::namesSomebody)));
        return decoder;
    }

    static JwtDecoder ours(JWKSource<SecurityContext> key, Supplier<String> issuer, Clock clock) {
        return decoder(key, OURS, new JwtTypeValidator(TokenEndpoint.TYPE), issuer, clock);
    }

    /** Providers differ in what they call the type; that it is meant for us, the audience says. */
    static JwtDecoder theirs(JWKSource<SecurityContext> keys, String issuer, Clock clock) {
        JwtTypeValidator type = new JwtTypeValidator(TokenEndpoint.TYPE, "JWT");
        type.setAllowEmpty(true);
        return decoder(keys, THEIRS, type, () -> issuer, clock);
    }

    private static JwtDecoder decoder(
            JWKSource<SecurityContext> keys,
            Set<SignatureAlgorithm> algorithms,
            OAuth2TokenValidator<Jwt> type,
            Supplier<String> issuer,
            Clock clock) {
        NimbusJwtDecoder decoder = decoder(keys, algorithms);
        decoder.setJwtValidator(
                new DelegatingOAuth2TokenValidator<>(
                        type,
                        new JwtClaimValidator<>(
                                JwtClaimNames.ISS,
                                claimed -> issuer.get().equals(String.valueOf(claimed))),
                        new JwtAudienceValidator(TokenEndpoint.AUDIENCE),
                        inTime(clock),
                        new JwtClaimValidator<>(JwtClaimNames.SUB, TokenChecks::namesSomebody)));
        return decoder;
    }

    private static NimbusJwtDecoder decoder(
            JWKSource<SecurityContext> keys, Set<SignatureAlgorithm> algorithms) {
        return NimbusJwtDecoder.withJwkSource(keys)
                .jwsAlgorithms(
                        known -> {
                            known.clear();
                            known.addAll(algorithms);
                        })
                .build();
    }

    private static JwtTimestampValidator inTime(Clock clock) {
        JwtTimestampValidator times = new JwtTimestampValidator(SKEW);
        times.setAllowEmptyExpiryClaim(false);
        times.setClock(clock);
        return times;
    }

    /** Somebody who can stand in the record, and whom nobody takes for Muniment itself. */
    private static boolean namesSomebody(Object subject) {
        try {
            return subject instanceof String name && !new PersonId(name).value().equals(OURSELVES);
        } catch (IllegalArgumentException unfit) {
            return false;
        }
    }
}
