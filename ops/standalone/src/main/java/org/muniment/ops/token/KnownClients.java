package org.muniment.ops.token;

import java.time.Duration;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/**
 * Who may ask for tokens: those who may sign in with a secret, and the pages, for whoever signs in
 * to them. Nobody can be added.
 */
record KnownClients(UserDetailsService clients) implements RegisteredClientRepository {
    private static final TokenSettings SHORT_LIVED =
            TokenSettings.builder().accessTokenTimeToLive(Duration.ofMinutes(10)).build();

    @Override
    public void save(RegisteredClient another) {
        throw new UnsupportedOperationException("no client is registered from outside");
    }

    @Override
    public RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public RegisteredClient findByClientId(String id) {
        if (PagesClient.ID.equals(id)) {
            return PagesClient.registered();
        }
        try {
            UserDetails known = clients.loadUserByUsername(id);
            return RegisteredClient.withId(known.getUsername())
                    .clientId(known.getUsername())
                    .clientSecret(known.getPassword())
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                    .tokenSettings(SHORT_LIVED)
                    .build();
        } catch (UsernameNotFoundException unknown) {
            return null;
        }
    }
}
