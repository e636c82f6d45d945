package org.muniment.command.snapshot;

import java.time.LocalDate;
import java.time.YearMonth;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.snapshot.SnapshotId;
import org.muniment.kernel.time.Quarter;

/**
 * Where a snapshot stands.
 *
 * @param supersededBy absent while it is what the committee goes by, or is going to
 */
record SnapshotStanding(
        SnapshotId snapshot,
        PlanId plan,
        Quarter quarter,
        LocalDate asAt,
        boolean confirmed,
        SnapshotId supersededBy) {
    boolean closes(YearMonth month) {
        return confirmed && !month.atEndOfMonth().isAfter(asAt);
    }

    boolean isSuperseded() {
        return supersededBy != null;
    }

    boolean isOf(PlanId otherPlan, Quarter otherQuarter) {
        return plan.equals(otherPlan) && quarter == otherQuarter;
    }
}
