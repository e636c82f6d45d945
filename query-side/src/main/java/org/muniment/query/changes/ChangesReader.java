package org.muniment.query.changes;

import java.util.List;
import org.muniment.kernel.partnership.SharedService;
import org.muniment.kernel.plan.PlanId;
import org.muniment.query.committee.Summaries;
import org.muniment.query.committee.SummaryPair;
import org.muniment.query.dashboard.Dashboard;
import org.muniment.query.journal.Journal;
import org.muniment.query.moment.AsOf;
import org.muniment.query.picture.PlanPicture;
import org.springframework.stereotype.Component;

/** Reads what a plan showed at a moment: each day with its own cut-off. */
@Component
class ChangesReader {
    private final Journal journal;

    ChangesReader(Journal journal) {
        this.journal = journal;
    }

    /** Nothing where the plan had not been adopted yet. */
    Shown shown(PlanId plan, AsOf moment) {
        return journal.pictureAt(plan, moment.position())
                .map(picture -> shown(picture, moment))
                .orElseGet(Shown::nothing);
    }

    /**
     * @throws org.muniment.query.journal.UnknownPlan where the plan had not been adopted yet
     */
    Shown known(PlanId plan, AsOf moment) {
        return shown(journal.knownAt(plan, moment.position()), moment);
    }

    List<SharedService> services(PlanId plan, AsOf moment) {
        return journal.knownAt(plan, moment.position()).adopted().terms().services();
    }

    /** The summary tables of both moments; none where there was no plan at the first. */
    List<SummaryPair> summaries(PlanId plan, AsOf one, AsOf other) {
        PlanPicture now = journal.knownAt(plan, other.position());
        return journal.pictureAt(plan, one.position())
                .map(then -> Summaries.of(then, one.day(), now, other.day()))
                .orElse(List.of());
    }

    private static Shown shown(PlanPicture picture, AsOf moment) {
        return Shown.of(picture, Dashboard.of(picture, moment, moment.day()));
    }
}
