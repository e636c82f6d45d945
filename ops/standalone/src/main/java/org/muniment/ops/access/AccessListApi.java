package org.muniment.ops.access;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.muniment.kernel.access.AccessId;
import org.muniment.kernel.access.Grant;
import org.muniment.kernel.access.GrantId;
import org.muniment.kernel.access.PersonAccess;
import org.muniment.kernel.access.Place;
import org.muniment.kernel.access.Role;
import org.muniment.kernel.access.Warrant;
import org.muniment.kernel.partnership.PartnershipId;
import org.muniment.kernel.words.Code;
import org.muniment.kernel.words.PersonId;
import org.muniment.query.journal.UnknownThing;
import org.muniment.query.version.VersionTag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Who may do what, for those who keep it and those who audit it. */
@RestController
class AccessListApi {
    private final Registry registry;

    AccessListApi(Registry registry) {
        this.registry = registry;
    }

    record People(List<View> items) {}

    /**
     * @param deputies absent, like {@code secret}, for whoever keeps one partnership only
     * @param secret whether they can sign in with a secret that was issued here
     */
    record View(
            PersonId person,
            long version,
            List<GrantView> grants,
            List<DeputyView> deputies,
            Boolean secret) {}

    /** {@code inForce} says whether today is not after {@code until}. */
    record GrantView(
            GrantId id,
            Role role,
            PartnershipId partnership,
            List<Code> councils,
            List<Code> services,
            LocalDate until,
            boolean inForce) {}

    record DeputyView(PersonId person, LocalDate until) {}

    @GetMapping("/api/access")
    People everybody(Warrant warrant) {
        return new People(
                registry.now().everybody().stream()
                        .map(access -> view(access, warrant))
                        .filter(view -> isKnown(view, warrant))
                        .sorted(Comparator.comparing(view -> view.person().value()))
                        .toList());
    }

    @GetMapping("/api/access/{person}")
    View one(@PathVariable PersonId person, Warrant warrant, HttpServletResponse response) {
        View view = view(registry.now().accessOf(person), warrant);
        if (view.version() == 0 || !isKnown(view, warrant)) {
            throw new UnknownThing(new AccessId(person).toString());
        }
        VersionTag.set(response, view.version());
        return view;
    }

    private static boolean isKnown(View view, Warrant warrant) {
        return !view.grants().isEmpty() || warrant.covers(Place.INSTALLATION);
    }

    private View view(PersonAccess access, Warrant warrant) {
        boolean all = warrant.covers(Place.INSTALLATION);
        return new View(
                access.person(),
                access.version(),
                access.grants().values().stream()
                        .filter(grant -> warrant.covers(Place.of(grant.reach().partnership())))
                        .map(this::view)
                        .toList(),
                all ? deputies(access.deputies()) : null,
                all ? access.secret() != null : null);
    }

    private GrantView view(Grant grant) {
        return new GrantView(
                grant.id(),
                grant.role(),
                grant.reach().partnership(),
                grant.reach().councils(),
                grant.reach().services(),
                grant.until(),
                grant.isInForceOn(registry.today()));
    }

    private static List<DeputyView> deputies(Map<PersonId, LocalDate> deputies) {
        return deputies.entrySet().stream()
                .map(deputy -> new DeputyView(deputy.getKey(), deputy.getValue()))
                .toList();
    }
}
