package org.muniment.query.report;

import org.muniment.kernel.access.Warrant;
import org.muniment.kernel.serving.ServedForm;
import org.muniment.kernel.snapshot.FrozenPack;
import org.muniment.kernel.snapshot.SnapshotEvent.QuarterFrozen;
import org.muniment.kernel.snapshot.SnapshotId;
import org.muniment.query.journal.Journal;
import org.muniment.query.journal.UnknownThing;
import org.muniment.query.moment.AsOf;
import org.muniment.query.moment.Moments;
import org.muniment.query.pack.Packs;
import org.muniment.query.pack.PublishedOnly;
import org.muniment.query.serving.Served;
import org.springframework.stereotype.Component;

/** Hands frozen packs out to those who may read them, and notes what was shown. */
@Component
public final class PackDesk {
    private final Packs packs;
    private final Journal journal;
    private final Moments moments;

    PackDesk(Packs packs, Journal journal, Moments moments) {
        this.packs = packs;
        this.journal = journal;
        this.moments = moments;
    }

    /**
     * @throws UnknownThing where there is no such snapshot, or none that whoever asks may know of
     */
    public FrozenPack handOut(SnapshotId snapshot, ServedForm form, Warrant warrant) {
        AsOf now = moments.resolve(null, "asOf");
        QuarterFrozen frozen =
                packs.frozen(snapshot).orElseThrow(() -> new UnknownThing(snapshot.toString()));
        journal.pictureAt(frozen.plan(), now.position())
                .ifPresent(
                        plan ->
                                PublishedOnly.require(
                                        plan, plan.snapshots().get(snapshot.value()), warrant));
        Served.note(frozen.plan(), snapshot, form, frozen.pack().position());
        return frozen.pack();
    }
}
