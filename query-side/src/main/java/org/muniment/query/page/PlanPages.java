package org.muniment.query.page;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.muniment.kernel.access.Warrant;
import org.muniment.kernel.partnership.PartnershipId;
import org.muniment.kernel.plan.PlanId;
import org.muniment.query.journal.Directory;
import org.muniment.query.journal.Directory.PlanEntry;
import org.muniment.query.journal.Journal;
import org.muniment.query.journal.UnknownThing;
import org.muniment.query.moment.AsOf;
import org.muniment.query.moment.Moments;
import org.muniment.query.picture.PlanPicture;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Opens a page about a plan: which moment it speaks of, and what there is to steer by. */
@Component
public class PlanPages {
    private final Directory directory;
    private final Journal journal;
    private final Moments moments;
    private final List<LandmarkSource> sources;

    PlanPages(Directory directory, Journal journal, Moments moments, List<LandmarkSource> sources) {
        this.directory = directory;
        this.journal = journal;
        this.moments = moments;
        this.sources = sources;
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
                        landmarks(journal.knownAt(plan, now.position()), now, warrant));
        model.addAttribute("here", here);
        return here;
    }

    private List<Landmark> landmarks(PlanPicture known, AsOf now, Warrant warrant) {
        return sources.stream()
                .flatMap(source -> source.landmarks(known, now, warrant))
                .distinct()
                .sorted(
                        Comparator.comparing(Landmark::day)
                                .reversed()
                                .thenComparing(Landmark::kind)
                                .thenComparing(Landmark::text))
                .toList();
    }

    private String nameOf(PartnershipId partnership) {
        return directory.partnerships().stream()
                .filter(known -> known.partnership().equals(partnership))
                .map(known -> known.name().toString())
                .findFirst()
                .orElse(partnership.value());
    }
}
