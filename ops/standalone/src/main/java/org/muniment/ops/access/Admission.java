package org.muniment.ops.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.muniment.kernel.access.Grant;
import org.muniment.kernel.access.GrantId;
import org.muniment.kernel.access.PersonAccess;
import org.muniment.kernel.access.Place;
import org.muniment.kernel.access.Reach;
import org.muniment.kernel.access.Role;
import org.muniment.kernel.access.Warrant;
import org.muniment.kernel.partnership.PartnershipId;
import org.muniment.kernel.words.PersonId;
import org.muniment.ops.access.AccessTable.Addressed;
import org.muniment.ops.access.AccessTable.Row;
import org.muniment.ops.access.AccessTable.Within;
import org.muniment.ops.http.Admitted;
import org.muniment.ops.http.UnknownHere;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/**
 * Lets a request in under a row of the table: somebody holds one of its roles, and the role reaches
 * the thing the address names. Of a partnership somebody has no part in, nothing exists.
 */
@Component
final class Admission {
    /** Whose deputy somebody acts as. */
    static final String ON_BEHALF_OF = "On-Behalf-Of";

    private static final Warrant OF_THE_PUBLIC =
            new Warrant(
                    List.of(new Grant(new GrantId("public"), Role.PUBLIC, Reach.EVERYWHERE, null)),
                    EnumSet.of(Role.PUBLIC));

    private final Registry registry;
    private final Map<PersonId, List<Grant>> standing;
    private final TokenPeople people;

    Admission(Registry registry, StandingGrants standing, TokenPeople people) {
        this.registry = registry;
        this.people = people;
        this.standing = standing.byPerson();
    }

    AuthorizationManager<RequestAuthorizationContext> under(Row row) {
        return (sender, context) ->
                new AuthorizationDecision(
                        admit(row, sender.get(), context)
                                .map(admitted -> note(admitted, context.getRequest()))
                                .isPresent());
    }

    /** Whether such a request by the same sender, who asks in {@code request}, would be let in. */
    boolean would(String method, String path, Authentication sender, HttpServletRequest request) {
        Register register = registry.now();
        return AccessTable.find(method, path)
                .filter(addressed -> admits(addressed, register, sender, request))
                .isPresent();
    }

    private boolean admits(
            Addressed addressed,
            Register register,
            Authentication sender,
            HttpServletRequest request) {
        if (asPublic(addressed.row(), addressed.thing(), register).isPresent()) {
            return true;
        }
        try {
            return !isNobody(sender)
                    && admit(addressed.row(), addressed.thing(), register, sender, request)
                            .isPresent();
        } catch (UnknownHere unknown) {
            return false;
        }
    }

    /** Every role somebody holds anywhere on this day. */
    Set<Role> rolesOf(PersonId person) {
        return grantsOf(person, registry.now()).stream()
                .map(Grant::role)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    private static Admitted note(Admitted admitted, HttpServletRequest request) {
        admitted.note(request);
        return admitted;
    }

    private Optional<Admitted> admit(
            Row row, Authentication sender, RequestAuthorizationContext context) {
        Register register = registry.now();
        String thing = row.thing(context.getVariables());
        Optional<Admitted> asPublic = asPublic(row, thing, register);
        if (isNobody(sender)) {
            return asPublic;
        }
        try {
            Optional<Admitted> admitted = admit(row, thing, register, sender, context.getRequest());
            return admitted.isPresent() ? admitted : asPublic;
        } catch (UnknownHere unknown) {
            return Optional.of(asPublic.orElseThrow(() -> unknown));
        }
    }

    /** What was published anybody may read. */
    private static Optional<Admitted> asPublic(Row row, String thing, Register register) {
        boolean open =
                row.roles().contains(Role.PUBLIC) && (thing == null || register.isPublished(thing));
        return open
                ? Optional.of(new Admitted(Role.PUBLIC, OF_THE_PUBLIC, null))
                : Optional.empty();
    }

    private Optional<Admitted> admit(
            Row row,
            String thing,
            Register register,
            Authentication sender,
            HttpServletRequest request) {
        if (people.isGone(sender)) {
            throw new InsufficientAuthenticationException("their secret is another one now");
        }
        String onBehalfOf = onBehalfOf(request);
        Warrant warrant = warrantNow(sender.getName(), onBehalfOf, row.roles());
        if (row.within() == Within.ONESELF) {
            return Optional.of(
                    new Admitted(firstOf(warrant).orElse(Role.PUBLIC), warrant, onBehalfOf));
        }
        if (warrant.grants().stream().noneMatch(grant -> row.roles().contains(grant.role()))) {
            return Optional.empty();
        }
        Optional<Role> role =
                switch (row.within()) {
                    case INSTALLATION -> warrant.roleAt(Place.INSTALLATION);
                    case WHAT_IS_ASKED, ONESELF -> firstOf(warrant);
                    case THING -> roleAt(thing, register, warrant);
                };
        return role.map(acting -> new Admitted(acting, warrant, onBehalfOf));
    }

    /** A page says it in a field of its form: a browser cannot say it in a header. */
    private static String onBehalfOf(HttpServletRequest request) {
        String header = request.getHeader(ON_BEHALF_OF);
        if (header != null || request.getRequestURI().startsWith("/api/")) {
            return header;
        }
        String field = request.getParameter("onBehalfOf");
        return field == null || field.isBlank() ? null : field;
    }

    private static Optional<Role> firstOf(Warrant warrant) {
        return warrant.grants().stream()
                .map(Grant::role)
                .filter(warrant.allowed()::contains)
                .min(Enum::compareTo);
    }

    /**
     * @throws UnknownHere where whoever asks has no part in the thing's partnership
     */
    private static Optional<Role> roleAt(String thing, Register register, Warrant warrant) {
        Place place =
                register.placeOf(thing)
                        .filter(known -> warrant.knows(known.partnership()))
                        .orElseThrow(() -> new UnknownHere(thing));
        return warrant.roleAt(place);
    }

    /** What somebody may do at this moment; {@code onBehalfOf} is null where for themselves. */
    Warrant warrantNow(String sender, String onBehalfOf, Set<Role> allowed) {
        Register register = registry.now();
        PersonId person = new PersonId(sender);
        return new Warrant(
                onBehalfOf == null
                        ? grantsOf(person, register)
                        : grantsLentTo(person, onBehalfOf, register),
                allowed);
    }

    private List<Grant> grantsOf(PersonId person, Register register) {
        return Stream.concat(
                        standing.getOrDefault(person, List.of()).stream(),
                        register.accessOf(person).inForceOn(registry.today()).stream())
                .toList();
    }

    /** Everything but the keeping of people and partnerships, which nobody does for another. */
    private List<Grant> grantsLentTo(PersonId deputy, String person, Register register) {
        PersonAccess lender = register.accessOf(personNamed(person));
        return lender.isDeputyOn(registry.today(), deputy)
                ? grantsOf(lender.person(), register).stream()
                        .filter(grant -> grant.role() != Role.ADMIN)
                        .toList()
                : List.of();
    }

    private static PersonId personNamed(String name) {
        try {
            return new PersonId(name);
        } catch (IllegalArgumentException nobody) {
            throw new AccessDeniedException("nobody has such a name");
        }
    }

    /** Whether they have any part in that partnership. */
    boolean knows(PersonId person, PartnershipId partnership) {
        return grantsOf(person, registry.now()).stream()
                .anyMatch(grant -> grant.reach().includes(partnership));
    }

    /** Null unless it names somebody who holds or has held anything. */
    PersonId knownPerson(String name) {
        try {
            PersonId person = new PersonId(name);
            boolean known =
                    standing.containsKey(person) || registry.now().accessOf(person).version() > 0;
            return known ? person : null;
        } catch (IllegalArgumentException nobody) {
            return null;
        }
    }

    static boolean isNobody(Authentication sender) {
        return sender == null
                || !sender.isAuthenticated()
                || sender instanceof AnonymousAuthenticationToken;
    }
}
