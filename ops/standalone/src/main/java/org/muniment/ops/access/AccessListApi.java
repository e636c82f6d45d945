package org.muniment.ops.access;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.muniment.kernel.access.AccessEvent;
import org.muniment.kernel.access.Grant;
import org.muniment.kernel.access.GrantId;
import org.muniment.kernel.access.PersonAccess;
import org.muniment.kernel.access.Place;
import org.muniment.kernel.access.Reach;
import org.muniment.kernel.access.Role;
import org.muniment.kernel.access.Warrant;
import org.muniment.kernel.log.EventForms;
import org.muniment.kernel.partnership.PartnershipId;
import org.muniment.kernel.words.Code;
import org.muniment.kernel.words.PersonId;
import org.muniment.query.journal.EventJson;
import org.muniment.query.journal.JournalEntry;
import org.muniment.query.journal.Streams;
import org.muniment.query.journal.UnknownThing;
import org.muniment.query.moment.AsOf;
import org.muniment.query.moment.Moments;
import org.muniment.query.version.VersionTag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who may do what, for those who keep it and those who audit it. */
@RestController
class AccessListApi {
    private static final String STREAMS = "access";

    private final Registry registry;
    private final Streams streams;
    private final Moments moments;

    AccessListApi(Registry registry, Streams streams, Moments moments) {
        this.registry = registry;
        this.streams = streams;
        this.moments = moments;
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

    /** {@code inForce} says whether the day asked about is not after {@code until}. */
    record GrantView(
            GrantId id,
            Role role,
            PartnershipId partnership,
            List<Code> councils,
            List<Code> services,
            LocalDate until,
            boolean inForce) {}

    record DeputyView(PersonId person, LocalDate until) {}

    /** Now, or at the end of a day; {@code on} may be an instant or a position as well. */
    @GetMapping("/api/access")
    People everybody(@RequestParam(required = false) String on, Warrant warrant) {
        if (on == null || on.isBlank()) {
            return people(registry.now().everybody(), registry.today(), warrant);
        }
        AsOf moment = moments.resolve(on, "on");
        return people(accessAt(moment.position()), moment.day(), warrant);
    }

    private static People people(Collection<PersonAccess> all, LocalDate day, Warrant warrant) {
        return new People(
                all.stream()
                        .filter(access -> access.version() > 0)
                        .filter(access -> isKnown(access, warrant))
                        .map(access -> view(access, day, warrant))
                        .sorted(Comparator.comparing(view -> view.person().value()))
                        .toList());
    }

    private List<PersonAccess> accessAt(long position) {
        return streams.all(STREAMS).stream().map(events -> fold(events, position)).toList();
    }

    private static PersonAccess fold(List<JournalEntry> events, long position) {
        PersonId person = event(events.get(0)).person();
        PersonAccess access = PersonAccess.none(person);
        for (JournalEntry entry : events) {
            if (entry.position() <= position) {
                access = access.after(event(entry));
            }
        }
        return access;
    }

    private static AccessEvent event(JournalEntry entry) {
        return (AccessEvent)
                EventJson.read(
                        entry.payload(),
                        EventForms.of(entry.type(), entry.revision()).orElseThrow().type());
    }

    @GetMapping("/api/access/{person}")
    View one(@PathVariable PersonId person, Warrant warrant, HttpServletResponse response) {
        PersonAccess access = registry.now().accessOf(person);
        if (access.version() == 0 || !isKnown(access, warrant)) {
            throw new UnknownThing("person " + person.value());
        }
        View view = view(access, registry.today(), warrant);
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

    private static View view(PersonAccess access, LocalDate day, Warrant warrant) {
        boolean all = warrant.covers(Place.INSTALLATION);
        return new View(
                access.person(),
                access.version(),
                access.grants().values().stream()
                        .filter(grant -> isSeen(grant.reach(), warrant))
                        .map(grant -> view(grant, day))
                        .toList(),
                deputies(access.deputies()),
                all ? access.secret() != null : null);
    }

    private static GrantView view(Grant grant, LocalDate day) {
        return new GrantView(
                grant.id(),
                grant.role(),
                grant.reach().partnership(),
                grant.reach().councils(),
                grant.reach().services(),
                grant.until(),
                grant.isInForceOn(day));
    }

    private static List<DeputyView> deputies(Map<PersonId, LocalDate> deputies) {
        return deputies.entrySet().stream()
                .map(deputy -> new DeputyView(deputy.getKey(), deputy.getValue()))
                .toList();
    }
}
