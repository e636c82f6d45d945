package org.muniment.ops.token;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/**
 * Keeps a code until it is traded in, and no token: they are checked by their signature alone, and
 * would fill the memory of a server that is asked often enough. Of codes that nobody trades in the
 * oldest go first.
 */
final class CodesKept implements OAuth2AuthorizationService {
    static final int MOST = 1_000;

    private final Map<String, OAuth2Authorization> waiting = new LinkedHashMap<>();

    @Override
    public synchronized void save(OAuth2Authorization given) {
        OAuth2Authorization.Token<OAuth2AuthorizationCode> code =
                given.getToken(OAuth2AuthorizationCode.class);
        if (code == null) {
            return;
        }
        if (code.isInvalidated()) {
            waiting.remove(code.getToken().getTokenValue());
            return;
        }
        waiting.put(code.getToken().getTokenValue(), given);
        if (waiting.size() > MOST) {
            waiting.remove(waiting.keySet().iterator().next());
        }
    }

    @Override
    public synchronized void remove(OAuth2Authorization given) {
        waiting.values().remove(given);
    }

    @Override
    public OAuth2Authorization findById(String id) {
        return null;
    }

    @Override
    public synchronized OAuth2Authorization findByToken(String token, OAuth2TokenType type) {
        return type != null && OAuth2ParameterNames.CODE.equals(type.getValue())
                ? waiting.get(token)
                : null;
    }
}
