package org.muniment.ops.token;

import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/**
 * Forgets every token it gave out. They are checked by their signature alone; kept, they would fill
 * the memory of a server that is asked often enough.
 */
final class NothingKept implements OAuth2AuthorizationService {
    @Override
    public void save(OAuth2Authorization given) {}

    @Override
    public void remove(OAuth2Authorization given) {}

    @Override
    public OAuth2Authorization findById(String id) {
        return null;
    }

    @Override
    public OAuth2Authorization findByToken(String token, OAuth2TokenType type) {
        return null;
    }
}
