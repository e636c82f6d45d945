package org.muniment.ops.access;

import java.util.List;
import org.muniment.ops.token.SecretMark;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;

/**
 * Whom a token that has been checked stands for. What they may do the log says, whatever the token
 * claims; whose secret here was cancelled or replaced is out at once.
 */
@Component
class TokenPeople {
    private final UserDetailsService clients;
    private final boolean ours;

    TokenPeople(UserDetailsService clients, @Value("${muniment.oidc-issuer}") String provider) {
        this.clients = clients;
        this.ours = provider.isBlank();
    }

    AbstractAuthenticationToken of(Jwt token) {
        requireKnown(token.getSubject(), token);
        return new JwtAuthenticationToken(token, List.of(), token.getSubject());
    }

    /** Whether they signed in to the pages with a secret that is not theirs any more. */
    boolean isGone(Authentication sender) {
        try {
            if (sender.getPrincipal() instanceof OidcUser person) {
                requireKnown(sender.getName(), person.getIdToken());
            }
            return false;
        } catch (UsernameNotFoundException gone) {
            return true;
        }
    }

    private void requireKnown(String person, ClaimAccessor token) {
        if (ours) {
            String mark = SecretMark.of(clients.loadUserByUsername(person));
            if (!mark.equals(token.getClaimAsString(SecretMark.CLAIM))) {
                throw new UsernameNotFoundException("the secret is another one now");
            }
        }
    }
}
