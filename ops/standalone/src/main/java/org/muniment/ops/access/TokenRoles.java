package org.muniment.ops.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;

/**
 * Whom a token that has been checked stands for, and their roles: those of our own clients are
 * looked up here, whatever their tokens say; those of an outside provider are in a claim.
 */
@Component
class TokenRoles {
    private final UserDetailsService clients;
    private final boolean ours;
    private final String claim;

    TokenRoles(
            UserDetailsService clients,
            @Value("${muniment.oidc-issuer}") String provider,
            @Value("${muniment.oidc-roles-claim}") String claim) {
        this.clients = clients;
        this.ours = provider.isBlank();
        this.claim = claim;
    }

    AbstractAuthenticationToken of(Jwt token) {
        return new JwtAuthenticationToken(
                token, rolesOf(token.getSubject(), token), token.getSubject());
    }

    Collection<GrantedAuthority> of(OidcIdToken token) {
        return rolesOf(token.getSubject(), token);
    }

    private Collection<GrantedAuthority> rolesOf(String person, ClaimAccessor token) {
        return ours
                ? List.copyOf(clients.loadUserByUsername(person).getAuthorities())
                : claimed(token);
    }

    /** What is not a role here is not one because somebody claims it. */
    private List<GrantedAuthority> claimed(ClaimAccessor token) {
        return token.getClaims().get(claim) instanceof Collection<?> claimed
                ? Arrays.stream(Role.values())
                        .map(Role::value)
                        .filter(claimed::contains)
                        .<GrantedAuthority>map(SimpleGrantedAuthority::new)
                        .toList()
                : List.of();
    }
}
