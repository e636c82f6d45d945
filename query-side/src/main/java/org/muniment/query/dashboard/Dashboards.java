package org.muniment.query.dashboard;

import java.time.LocalDate;
import java.util.Objects;
import org.muniment.kernel.plan.PlanId;
import org.muniment.query.journal.Journal;
import org.muniment.query.moment.AsOf;
import org.muniment.query.moment.Moments;
import org.springframework.stereotype.Component;

/** Answers the question "what does the committee see?" for any moment and any cut-off. */
@Component
public class Dashboards {
    private final Journal journal;
    private final Moments moments;

    Dashboards(Journal journal, Moments moments) {
        this.journal = journal;
        this.moments = moments;
    }

    /**
     * @param asOf the words of the request; null means now
     * @param asAt null means the day of that moment
     * @throws org.muniment.query.journal.UnknownPlan where the plan had not been adopted at that
     *     moment
     */
    public Dashboard of(PlanId plan, String asOf, LocalDate asAt) {
        return of(plan, moments.resolve(asOf, "asOf"), asAt);
    }

    /** The same, for a moment that is resolved already. */
    public Dashboard of(PlanId plan, AsOf moment, LocalDate asAt) {
        LocalDate cutOff = Objects.requireNonNullElse(asAt, moment.day());
        return Dashboard.of(journal.knownAt(plan, moment.position()), moment, cutOff);
    }
}
