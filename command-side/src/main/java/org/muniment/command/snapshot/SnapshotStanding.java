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
        boolean published,
        SnapshotId supersededBy) {
    /** What was withdrawn before anybody was given it closes nothing. */
    boolean closes(YearMonth month) {
        boolean withdrawn = isSuperseded() && !published;
        return confirmed && !withdrawn && !month.isAfter(YearMonth.from(asAt));
    }

    boolean isSuperseded() {
        return supersededBy != null;
    }

    boolean isOf(PlanId otherPlan, Quarter otherQuarter) {
        return plan.equals(otherPlan) && quarter == otherQuarter;
    }
}
