package org.muniment.query.quarters;

import java.util.List;
import java.util.stream.Stream;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.time.Quarter;
import org.muniment.query.journal.Journal;
import org.muniment.query.moment.AsOf;
import org.muniment.query.pack.Packs;
import org.muniment.query.pack.SnapshotView;
import org.muniment.query.picture.PlanPicture;
import org.springframework.stereotype.Component;

/** The four quarters of a plan at any moment. */
@Component
public class Quarters {
    private final Journal journal;
    private final Packs packs;

    Quarters(Journal journal, Packs packs) {
        this.journal = journal;
        this.packs = packs;
    }

    /**
     * @throws org.muniment.query.journal.UnknownPlan where the plan had not been adopted then
     */
    public List<QuarterView> of(PlanId plan, AsOf moment) {
        PlanPicture picture = journal.knownAt(plan, moment.position());
        return Stream.of(Quarter.values())
                .map(
                        quarter ->
                                QuarterView.of(
                                        quarter, picture, frozen(picture, quarter), moment.day()))
                .toList();
    }

    private List<SnapshotView> frozen(PlanPicture picture, Quarter quarter) {
        return picture.snapshots().values().stream()
                .filter(snapshot -> snapshot.quarter() == quarter)
                .map(snapshot -> packs.view(picture, snapshot))
                .toList();
    }
}
