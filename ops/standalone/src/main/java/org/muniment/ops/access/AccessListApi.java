package org.muniment.ops.access;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.muniment.kernel.access.Grant;
import org.muniment.kernel.access.GrantId;
import org.muniment.kernel.access.PersonAccess;
import org.muniment.kernel.access.Place;
import org.muniment.kernel.access.Reach;
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
     * @param secret whether they can sign in with a secret that was issued here; absent for whoever
     *     keeps one partnership only
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
                        .filter(access -> isKnown(access, warrant))
                        .map(access -> view(access, warrant))
                        .sorted(Comparator.comparing(view -> view.person().value()))
                        .toList());
    }

    @GetMapping("/api/access/{person}")
    View one(@PathVariable PersonId person, Warrant warrant, HttpServletResponse response) {
        PersonAccess access = registry.now().accessOf(person);
        if (access.version() == 0 || !isKnown(access, warrant)) {
            throw new UnknownThing("person " + person.value());
        }
        View view = view(access, warrant);
        VersionTag.set(response, view.version());
        return view;
    }

    /** Whoever may act where the reader keeps or audits, or once might. */
    private static boolean isKnown(PersonAccess access, Warrant warrant) {
        return warrant.covers(Place.INSTALLATION)
                || access.everHeld().values().stream().anyMatch(reach -> isSeen(reach, warrant));
    }

    private static boolean isSeen(Reach reach, Warrant warrant) {
        return reach.partnership() == null || warrant.covers(Place.of(reach.partnership()));
    }

    private View view(PersonAccess access, Warrant warrant) {
        boolean all = warrant.covers(Place.INSTALLATION);
        return new View(
                access.person(),
                access.version(),
                access.grants().values().stream()
                        .filter(grant -> isSeen(grant.reach(), warrant))
                        .map(this::view)
                        .toList(),
                deputies(access.deputies()),
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
