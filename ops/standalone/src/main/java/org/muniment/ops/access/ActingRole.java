package org.muniment.ops.access;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.muniment.ops.http.ActingAs;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** The role in which a request was let in: of a person's roles the first that its row allows. */
final class ActingRole {
    private ActingRole() {}

    static AuthorizationManager<RequestAuthorizationContext> allowedTo(Set<Role> roles) {
        return (person, context) -> {
            Optional<Role> role = among(roles, person.get());
            role.ifPresent(acting -> ActingAs.note(context.getRequest(), acting.value()));
            return new AuthorizationDecision(role.isPresent());
        };
    }

    private static Optional<Role> among(Set<Role> allowed, Authentication person) {
        if (person == null || !person.isAuthenticated()) {
            return Optional.empty();
        }
        Set<String> held =
                person.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .collect(Collectors.toSet());
        return allowed.stream().filter(role -> held.contains(role.value())).findFirst();
    }
}
