package org.muniment.ops.forms;

import java.util.List;
import java.util.Map;
import org.muniment.kernel.partnership.PartnershipEvent.PartnershipEstablished;
import org.muniment.kernel.partnership.PartnershipId;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.words.PersonId;
import org.muniment.ops.access.Registry;
import org.muniment.query.journal.Directory;
import org.muniment.query.journal.Journal;
import org.muniment.query.journal.UnknownThing;
import org.muniment.query.meetings.ForwardPlans;
import org.muniment.query.moment.Moments;
import org.muniment.query.page.Words;
import org.muniment.query.picture.PlanPicture;
import org.springframework.stereotype.Component;

/** Finds what an address names. Whether somebody may see it, the table has said already. */
@Component
class Subjects {
    private final Journal journal;
    private final Directory directory;
    private final ForwardPlans forwardPlans;
    private final Moments moments;
    private final Registry registry;
    private final Words words = new Words();

    Subjects(
            Journal journal,
            Directory directory,
            ForwardPlans forwardPlans,
            Moments moments,
            Registry registry) {
        this.journal = journal;
        this.directory = directory;
        this.forwardPlans = forwardPlans;
        this.moments = moments;
        this.registry = registry;
    }

    /** {@code named} is the address's one variable. */
    Subject find(Map<String, String> named, PersonId reader) {
        String noun = named.keySet().iterator().next();
        String id = named.get(noun);
        long position = moments.resolve(null, "asOf").position();
        return switch (noun) {
            case "plan" -> ofPlan(id, journal.knownAt(new PlanId(id), position), reader);
            case "partnership" -> ofPartnership(new PartnershipId(id), position, reader);
            case "meeting" -> ofMeeting(id, position, reader);
            default -> {
                String stream = (noun.equals("line") ? "budget-line" : noun) + ":" + id;
                yield ofThing(noun, stream, id, journal.planOf(stream, position), reader);
            }
        };
    }

    private Subject ofPlan(String id, PlanPicture plan, PersonId reader) {
        return subject(
                "plan:" + id,
                plan.adopted().title().value(),
                null,
                "/plans/" + id,
                plan,
                plan.adopted().partnership(),
                plan.position(),
                reader);
    }

    private Subject ofThing(
            String noun, String stream, String id, PlanPicture plan, PersonId reader) {
        return switch (noun) {
            case "kpi" -> {
                var kpi = known(plan.kpis(), id, stream);
                var scope = kpi.definition().scope();
                String title = kpi.definition().title().value();
                yield subject(
                        stream,
                        scope == null ? title : title + " (" + scope + ")",
                        kpi.version(),
                        "/kpis/" + id,
                        plan,
                        reader);
            }
            case "project" -> {
                var project = known(plan.projects(), id, stream);
                yield subject(
                        stream,
                        project.outline().title().value(),
                        project.version(),
                        "/projects/" + id,
                        plan,
                        reader);
            }
            case "line" -> {
                var line = known(plan.budgetLines(), id, stream);
                yield subject(
                        stream,
                        line.category().value(),
                        line.version(),
                        "/budget-lines/" + id,
                        plan,
                        reader);
            }
            default -> {
                var snapshot = known(plan.snapshots(), id, stream);
                yield subject(
                        stream,
                        snapshot.quarter() + ", figures to " + words.day(snapshot.asAt()),
                        snapshot.version(),
                        "/snapshots/" + id,
                        plan,
                        reader);
            }
        };
    }

    private Subject ofPartnership(PartnershipId id, long position, PersonId reader) {
        String name =
                directory.partnerships().stream()
                        .filter(known -> known.partnership().equals(id))
                        .map(known -> known.name().value())
                        .findFirst()
                        .orElseThrow(() -> new UnknownThing(id.toString()));
        return subject(
                id.toString(),
                name,
                null,
                "/partnerships/" + id.value() + "/meetings",
                null,
                id,
                position,
                reader);
    }

    private Subject ofMeeting(String id, long position, PersonId reader) {
        for (PartnershipEstablished established : directory.partnerships()) {
            PartnershipId partnership = established.partnership();
            var found = forwardPlans.at(partnership, position).meeting(id);
            if (found.isPresent()) {
                return subject(
                        "meeting:" + id,
                        "Meeting of " + Say.time(found.get().startsAt().toString()),
                        1L + found.get().rescheduled().size(),
                        "/partnerships/" + partnership.value() + "/meetings",
                        null,
                        partnership,
                        position,
                        reader);
            }
        }
        throw new UnknownThing("meeting:" + id);
    }

    private static <T> T known(Map<String, T> things, String id, String stream) {
        if (!things.containsKey(id)) {
            throw new UnknownThing(stream);
        }
        return things.get(id);
    }

    private Subject subject(
            String stream,
            String title,
            long version,
            String page,
            PlanPicture plan,
            PersonId reader) {
        return subject(
                stream,
                title,
                version,
                page,
                plan,
                plan.adopted().partnership(),
                plan.position(),
                reader);
    }

    private Subject subject(
            String stream,
            String title,
            Long version,
            String page,
            PlanPicture plan,
            PartnershipId partnership,
            long position,
            PersonId reader) {
        List<Option> lenders =
                registry.lendersOf(reader).stream()
                        .map(person -> new Option(person.value(), person.value()))
                        .toList();
        return new Subject(
                stream,
                title,
                version,
                page,
                plan,
                partnership,
                forwardPlans.at(partnership, position),
                lenders,
                moments.resolve(null, "asOf").day());
    }
}
