package org.muniment.ops.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
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
        if (ours) {
            UserDetails client = clients.loadUserByUsername(token.getSubject());
            return new JwtAuthenticationToken(token, client.getAuthorities(), client.getUsername());
        }
        return new JwtAuthenticationToken(token, claimed(token), token.getSubject());
    }

    /** What is not a role here is not one because somebody claims it. */
    private List<GrantedAuthority> claimed(Jwt token) {
        return token.getClaims().get(claim) instanceof Collection<?> claimed
                ? Arrays.stream(Role.values())
                        .map(Role::value)
                        .filter(claimed::contains)
                        .<GrantedAuthority>map(SimpleGrantedAuthority::new)
                        .toList()
                : List.of();
    }
}
