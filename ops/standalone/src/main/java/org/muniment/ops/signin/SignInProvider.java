package org.muniment.ops.signin;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.muniment.ops.token.PagesClient;
import org.muniment.ops.token.Provider;
import org.muniment.ops.token.TokenIssuer;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistration.ClientSettings;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Who signs people in: the embedded server, or the provider outside, which is asked for its
 * addresses whenever somebody signs in and not before.
 */
@Component
final class SignInProvider implements ClientRegistrationRepository {
    static final String ID = "oidc";
    private static final String LOGOUT = "end_session_endpoint";
    private static final String[] ENDPOINTS = {
        "authorization_endpoint", "token_endpoint", "jwks_uri", LOGOUT
    };

    private final Provider provider;
    private final OutsideClient outside;
    private final TokenIssuer ourselves;

    SignInProvider(Provider provider, OutsideClient outside, TokenIssuer ourselves) {
        this.provider = provider;
        this.outside = outside;
        this.ourselves = ourselves;
    }

    /** Not where a provider is set for bearer tokens alone. */
    boolean signsPeopleIn() {
        return isEmbedded() || outside.isGiven();
    }

    boolean isEmbedded() {
        return !provider.isGiven();
    }

    /** Where to say that somebody signed out; not where a provider has no such address. */
    Optional<String> logout(String comeBack) throws IOException {
        if (isEmbedded()) {
            return Optional.empty();
        }
        URI logout = provider.document().endpoint(provider.document().read(), LOGOUT);
        // No id_token_hint: a token would go through the browser's address line for it.
        return Optional.ofNullable(logout)
                .map(
                        address ->
                                UriComponentsBuilder.fromUri(address)
                                        .queryParam("client_id", outside.id())
                                        .queryParam("post_logout_redirect_uri", comeBack)
                                        .encode()
                                        .toUriString());
    }

    @Override
    public ClientRegistration findByRegistrationId(String id) {
        if (!ID.equals(id)) {
            return null;
        }
        ClientRegistration.Builder pages = isEmbedded() ? embedded() : outside();
        return pages.registrationId(ID)
                .redirectUri(ourselves.address().orElse("{baseUrl}") + PagesClient.REDIRECT_PATH)
                .scope(OidcScopes.OPENID)
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .build();
    }

    /** At the address the browser is at already, whichever of our names it uses. */
    private ClientRegistration.Builder embedded() {
        return ClientRegistration.withRegistrationId(ID)
                .clientId(PagesClient.ID)
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationUri("/oauth2/authorize")
                .tokenUri("/oauth2/token")
                .issuerUri(ourselves.name());
    }

    private ClientRegistration.Builder outside() {
        try {
            Map<String, Object> document = provider.document().read();
            for (String endpoint : ENDPOINTS) {
                provider.document().endpoint(document, endpoint);
            }
            ClientRegistration.Builder pages =
                    ClientRegistrations.fromOidcConfiguration(document)
                            .clientId(outside.id())
                            .clientSecret(outside.secret());
            return outside.secret().isEmpty()
                    ? pages.clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                    : pages;
        } catch (IOException | RuntimeException unusable) {
            throw new AuthenticationServiceException("the provider cannot be asked", unusable);
        }
    }
}
