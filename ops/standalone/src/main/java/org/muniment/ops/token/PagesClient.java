package org.muniment.ops.token;

import java.time.Duration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContextHolder;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/**
 * The pages, as the embedded authorization server knows them: its only client that people sign in
 * to. Public, because a code is worth nothing outside this process: see {@code ops.signin}.
 */
public final class PagesClient {
    public static final String ID = "muniment-pages";

    /** Where a provider sends people back to, ours and any other. */
    public static final String REDIRECT_PATH = "/login/oauth2/code/oidc";

    private static final Duration REDIRECT = Duration.ofMinutes(1);

    private PagesClient() {}

    static RegisteredClient registered() {
        String ownAddress = AuthorizationServerContextHolder.getContext().getIssuer();
        return RegisteredClient.withId(ID)
                .clientId(ID)
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(ownAddress + REDIRECT_PATH)
                .scope(OidcScopes.OPENID)
                .clientSettings(
                        ClientSettings.builder()
                                .requireProofKey(true)
                                .requireAuthorizationConsent(false)
                                .build())
                .tokenSettings(
                        TokenSettings.builder().authorizationCodeTimeToLive(REDIRECT).build())
                .build();
    }
}
