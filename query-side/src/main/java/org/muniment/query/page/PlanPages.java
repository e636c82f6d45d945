package org.muniment.query.page;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.muniment.kernel.access.Warrant;
import org.muniment.kernel.partnership.PartnershipId;
import org.muniment.kernel.plan.PlanId;
import org.muniment.query.journal.Directory;
import org.muniment.query.journal.Directory.PlanEntry;
import org.muniment.query.journal.Journal;
import org.muniment.query.journal.UnknownThing;
import org.muniment.query.meetings.ForwardPlans;
import org.muniment.query.moment.AsOf;
import org.muniment.query.moment.Moments;
import org.muniment.query.pack.PublishedOnly;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Opens a page about a plan: which moment it speaks of, and what there is to steer by. */
@Component
public class PlanPages {
    private final Directory directory;
    private final Journal journal;
    private final ForwardPlans forwardPlans;
    private final Moments moments;
    private final Clock clock;

    PlanPages(
            Directory directory,
            Journal journal,
            ForwardPlans forwardPlans,
            Moments moments,
            Clock clock) {
        this.directory = directory;
        this.journal = journal;
        this.forwardPlans = forwardPlans;
        this.moments = moments;
        this.clock = clock;
    }

    /**
     * Puts the moment into the model as {@code here}, which makes the frame show it.
     *
     * @param asOf the words of the request; null or blank means now
     * @param asAt null means the day of that moment
     * @throws UnknownThing where there is no such plan, or none that the reader may know of
     */
    public PlanMoment open(PlanId plan, String asOf, LocalDate asAt, Warrant warrant, Model model) {
        AsOf now = moments.resolve(null, "asOf");
        PlanEntry entry =
                directory.plansWithin(warrant).stream()
                        .filter(known -> known.id().equals(plan.value()))
                        .findFirst()
                        .orElseThrow(() -> new UnknownThing(plan.toString()));
        PartnershipId partnership = new PartnershipId(entry.partnership());
        String asked = asOf == null || asOf.isBlank() ? null : asOf;
        AsOf moment = asked == null ? now : moments.resolve(asked, "asOf");
        PlanMoment here =
                new PlanMoment(
                        entry,
                        nameOf(partnership),
                        moment,
                        Objects.requireNonNullElse(asAt, moment.day()),
                        asked,
                        asAt,
                        Landmarks.of(
                                journal.knownAt(plan, now.position()),
                                forwardPlans.at(partnership, now.position()),
                                clock.instant(),
                                PublishedOnly.appliesTo(partnership, warrant)));
        model.addAttribute("here", here);
        return here;
    }

    private String nameOf(PartnershipId partnership) {
        return directory.partnerships().stream()
                .filter(known -> known.partnership().equals(partnership))
                .map(known -> known.name().toString())
                .findFirst()
                .orElse(partnership.value());
    }
}
