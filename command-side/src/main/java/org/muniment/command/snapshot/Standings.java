package org.muniment.command.snapshot;

import java.util.List;
import java.util.Optional;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.snapshot.SnapshotId;

/** Where other snapshots stand. */
interface Standings {
    Optional<SnapshotStanding> of(SnapshotId snapshot);

    /** Of every snapshot of a plan, in the order in which they were taken. */
    List<SnapshotStanding> of(PlanId plan);
}
