package org.muniment.command.plan;

import java.util.List;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.snapshot.SnapshotId;
import org.muniment.kernel.time.Quarter;

/** The snapshots taken of a plan's quarters. */
public interface PlanSnapshots {
    /** In the order in which they were taken. */
    List<SnapshotId> of(PlanId plan);

    /** Records with the plan that {@code snapshot} is being taken of {@code quarter}. */
    void begin(PlanId plan, Quarter quarter, SnapshotId snapshot);
}
