package org.muniment.command.snapshot;

import java.time.YearMonth;
import java.util.Optional;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.snapshot.SnapshotId;

/** Months whose figures members were given, and which can only be restated. */
@FunctionalInterface
public interface ClosedMonths {
    /** The first confirmed snapshot that reports on {@code month}; empty while it is open. */
    Optional<SnapshotId> closing(PlanId plan, YearMonth month);
}
