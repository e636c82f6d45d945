package org.muniment.ops.access;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.muniment.kernel.access.AccessEvent;
import org.muniment.kernel.access.PersonAccess;
import org.muniment.kernel.access.Place;
import org.muniment.kernel.budget.BudgetLineEvent.BudgetLineApproved;
import org.muniment.kernel.kpi.KpiEvent.KpiDefined;
import org.muniment.kernel.log.EventForms;
import org.muniment.kernel.meeting.MeetingEvent.MeetingScheduled;
import org.muniment.kernel.partnership.PartnershipEvent.PartnershipEstablished;
import org.muniment.kernel.person.PersonEvent.PersonNamed;
import org.muniment.kernel.plan.PlanEvent.PlanAdopted;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.project.ProjectEvent.ProjectAdded;
import org.muniment.kernel.snapshot.SnapshotEvent.QuarterFrozen;
import org.muniment.kernel.snapshot.SnapshotEvent.SnapshotPublished;
import org.muniment.kernel.words.Code;
import org.muniment.kernel.words.PersonId;

/** Who may do what, and where everything belongs: a fold of the log. One writer at a time. */
final class Register {
    /** The stored names of what it is made of. */
    static final Set<String> FORMS =
            Stream.concat(
                            Stream.of(
                                    PartnershipEstablished.class,
                                    PlanAdopted.class,
                                    KpiDefined.class,
                                    ProjectAdded.class,
                                    BudgetLineApproved.class,
                                    MeetingScheduled.class,
                                    QuarterFrozen.class,
                                    SnapshotPublished.class,
                                    PersonNamed.class),
                            Stream.of(AccessEvent.class.getPermittedSubclasses()))
                    .map(type -> EventForms.of(type).orElseThrow().name())
                    .collect(Collectors.toUnmodifiableSet());

    private final Map<PersonId, PersonAccess> people = new ConcurrentHashMap<>();
    private final Map<String, Place> places = new ConcurrentSkipListMap<>();
    private final Set<String> published = ConcurrentHashMap.newKeySet();

    void take(Object event) {
        if (event instanceof AccessEvent access) {
            people.put(access.person(), accessOf(access.person()).after(access));
        } else if (event instanceof PartnershipEstablished established) {
            put(established.partnership(), Place.of(established.partnership()));
        } else if (event instanceof PlanAdopted adopted) {
            put(adopted.plan(), Place.of(adopted.partnership()));
        } else if (event instanceof KpiDefined defined) {
            put(
                    defined.kpi(),
                    in(
                            defined.plan(),
                            defined.definition().scope(),
                            defined.definition().service()));
        } else if (event instanceof ProjectAdded added) {
            put(added.project(), in(added.plan(), null, added.outline().service()));
        } else if (event instanceof BudgetLineApproved approved) {
            put(approved.line(), in(approved.plan(), null, null));
        } else if (event instanceof MeetingScheduled scheduled) {
            put(scheduled.meeting(), Place.of(scheduled.partnership()));
        } else if (event instanceof QuarterFrozen frozen) {
            put(frozen.snapshot(), in(frozen.plan(), null, null));
        } else if (event instanceof SnapshotPublished publication) {
            published.add(publication.snapshot().toString());
        } else if (event instanceof PersonNamed named) {
            put(named.person(), new Place(named.partnership(), null, null));
        }
    }

    private void put(Object thing, Place place) {
        places.put(thing.toString(), place);
    }

    /** Somewhere within a plan. */
    Place in(PlanId plan, Code council, Code service) {
        Place whole = places.getOrDefault(plan.toString(), Place.INSTALLATION);
        return new Place(whole.partnership(), council, service);
    }

    /** {@code thing} is the name of its stream, such as {@code kpi:grant-claims}. */
    Optional<Place> placeOf(String thing) {
        return Optional.ofNullable(places.get(thing));
    }

    boolean isPublished(String snapshot) {
        return published.contains(snapshot);
    }

    PersonAccess accessOf(PersonId person) {
        return people.getOrDefault(person, PersonAccess.none(person));
    }

    Collection<PersonAccess> everybody() {
        return List.copyOf(people.values());
    }
}
