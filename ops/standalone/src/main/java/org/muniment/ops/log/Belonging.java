package org.muniment.ops.log;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.muniment.kernel.ledger.StoredEvent;
import org.muniment.kernel.log.EventForms;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.plan.PlanRecord;
import org.muniment.query.journal.EventJson;
import tools.jackson.core.JacksonException;

/** Which plan an event belongs to that cannot be read. */
final class Belonging {
    private static final String PLAN = "plan";

    private Belonging() {}

    /**
     * What its own content says, or the other events of its stream, which all belong to one plan.
     *
     * @param streams gives the events of a stream
     */
    static Optional<PlanId> planOf(
            StoredEvent unreadable, Function<String, List<StoredEvent>> streams) {
        if (!mayBelongToAPlan(noun(unreadable.type()))) {
            return Optional.empty();
        }
        if (noun(unreadable.stream()).equals(PLAN)) {
            return planId(unreadable.stream().substring(PLAN.length() + 1));
        }
        return Stream.concat(Stream.of(unreadable), streams.apply(unreadable.stream()).stream())
                .map(Belonging::said)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static boolean mayBelongToAPlan(String noun) {
        return EventForms.ALL.stream()
                .filter(form -> PlanRecord.class.isAssignableFrom(form.type()))
                .anyMatch(form -> noun(form.name()).equals(noun));
    }

    private static String noun(String name) {
        return name.split("[.:]", 2)[0];
    }

    private static Optional<PlanId> said(StoredEvent event) {
        try {
            return EventJson.field(event.payload(), PLAN).flatMap(Belonging::planId);
        } catch (JacksonException damaged) {
            return Optional.empty();
        }
    }

    private static Optional<PlanId> planId(String id) {
        try {
            return Optional.of(new PlanId(id));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
