package org.muniment.ops.token;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.List;
import org.muniment.ops.limits.AddressFilter;
import org.muniment.ops.limits.Addresses;
import org.muniment.ops.limits.Limits;
import org.muniment.ops.limits.SignInFilter;
import org.muniment.ops.safe.Safes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.oauth2.server.authorization.web.authentication.ClientSecretBasicAuthenticationConverter;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2ClientCredentialsAuthenticationConverter;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import tools.jackson.databind.json.JsonMapper;

/**
 * POST /oauth2/token: a client's id and secret for a token, and no code of somebody who signs in to
 * the pages. Nobody but this process needs its public key.
 */
@Configuration(proxyBeanMethods = false)
class TokenEndpoint {
    static final String AUDIENCE = "muniment";
    static final String TYPE = "at+jwt";

    @Bean
    JWKSource<SecurityContext> tokenKey(Safes safes) {
        return new ImmutableJWKSet<>(new JWKSet(TokenKey.in(safes.of("access"))));
    }

    /** Nobody, where somebody else says who people are: our tokens would not be taken. */
    @Bean
    RegisteredClientRepository tokenClients(UserDetailsService clients, Provider provider) {
        return provider.isGiven() ? new KnownClients(nobody()) : new KnownClients(clients);
    }

    @Bean
    OAuth2AuthorizationService codesKept() {
        return new CodesKept();
    }

    @Bean
    AuthorizationServerSettings tokenSettings(TokenIssuer issuer) {
        AuthorizationServerSettings.Builder settings =
                AuthorizationServerSettings.builder().tokenEndpoint("/oauth2/token");
        issuer.address().ifPresent(settings::issuer);
        return settings.build();
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> tokenWords(
            TokenIssuer issuer, UserDetailsService clients) {
        return token -> {
            token.getJwsHeader().algorithm(SignatureAlgorithm.RS256);
            String person = token.getPrincipal().getName();
            token.getClaims()
                    .issuer(issuer.name())
                    .claim(SecretMark.CLAIM, SecretMark.of(clients.loadUserByUsername(person)));
            if (OAuth2TokenType.ACCESS_TOKEN.equals(token.getTokenType())) {
                token.getJwsHeader().type(TYPE);
                token.getClaims().audience(List.of(AUDIENCE));
            }
        };
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain tokenRules(
            HttpSecurity http, Limits limits, Addresses addresses, JsonMapper json)
            throws Exception {
        TokenErrors errors = new TokenErrors(json);
        return http.securityMatcher(
                        PathPatternRequestMatcher.withDefaults()
                                .matcher(HttpMethod.POST, "/oauth2/token"))
                .with(
                        new OAuth2AuthorizationServerConfigurer(),
                        server ->
                                server.clientAuthentication(
                                                client ->
                                                        client.authenticationConverters(
                                                                        TokenEndpoint::onlyBasic)
                                                                .errorResponseHandler(errors))
                                        .tokenEndpoint(
                                                token ->
                                                        token.accessTokenRequestConverters(
                                                                        TokenEndpoint
                                                                                ::onlyForClients)
                                                                .errorResponseHandler(errors)))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(errors))
                .sessionManagement(
                        sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .addFilterAfter(SignInFilter.byHeader(limits, addresses, json), AddressFilter.class)
                .build();
    }

    /** No secrets in forms, and no assertions whose keys would have to be fetched. */
    private static void onlyBasic(List<AuthenticationConverter> ways) {
        ways.clear();
        ways.add(new ClientSecretBasicAuthenticationConverter());
    }

    private static void onlyForClients(List<AuthenticationConverter> grants) {
        grants.clear();
        grants.add(new OAuth2ClientCredentialsAuthenticationConverter());
    }

    private static UserDetailsService nobody() {
        return new InMemoryUserDetailsManager();
    }
}
