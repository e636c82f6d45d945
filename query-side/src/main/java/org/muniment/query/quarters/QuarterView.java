package org.muniment.query.quarters;

import java.time.LocalDate;
import java.util.List;
import org.muniment.kernel.findings.Finding;
import org.muniment.kernel.findings.FindingKind;
import org.muniment.kernel.time.FinancialYear;
import org.muniment.kernel.time.Quarter;
import org.muniment.query.due.OpenQuarter;
import org.muniment.query.pack.PackMaker;
import org.muniment.query.pack.SnapshotView;
import org.muniment.query.picture.PlanPicture;

/**
 * A quarter on its way to the committee.
 *
 * @param over whether its last day has passed, so that it can be frozen
 * @param notSignedOff how many actuals of its months nobody has signed off
 * @param blocking what must be mended or overridden with a reason before it is frozen, as at its
 *     end or, while it runs, by now; empty where it is not to be frozen next
 * @param warnings what would be printed
 * @param snapshots of this quarter, in the order in which they were frozen
 */
public record QuarterView(
        Quarter quarter,
        LocalDate from,
        LocalDate to,
        Stage stage,
        boolean over,
        long notSignedOff,
        List<Finding> blocking,
        List<Finding> warnings,
        List<SnapshotView> snapshots) {
    /** From the first day of the quarter to the pack that replaces its pack. */
    public enum Stage {
        /** It has not begun. */
        AHEAD,
        /** It is not over, or something stands in the way of a freeze. */
        OPEN,
        /** Nothing stands in the way of a freeze. */
        READY,
        FROZEN,
        CONFIRMED,
        PUBLISHED,
        /** Its last pack was withdrawn, and the next one is not frozen yet. */
        SUPERSEDED
    }

    /** {@code snapshots} are those of the quarter; {@code today} is the day of the picture. */
    public static QuarterView of(
            Quarter quarter, PlanPicture plan, List<SnapshotView> snapshots, LocalDate today) {
        FinancialYear year = plan.adopted().financialYear();
        LocalDate from = quarter.firstDay(year);
        LocalDate to = quarter.lastDay(year);
        boolean begun = !from.isAfter(today);
        boolean over = to.isBefore(today);
        Stage reached = snapshots.isEmpty() ? null : reached(snapshots.get(snapshots.size() - 1));
        List<Finding> found =
                OpenQuarter.of(plan, today).stream()
                        .filter(open -> open.quarter() == quarter)
                        .flatMap(open -> PackMaker.findings(plan, open).stream())
                        .toList();
        List<Finding> blocking = found.stream().filter(Finding::standsInTheWay).toList();
        return new QuarterView(
                quarter,
                from,
                to,
                reached == null ? beforeFreeze(begun, over && blocking.isEmpty()) : reached,
                over,
                plan.actualsNotSignedOff(quarter),
                blocking,
                found.stream().filter(finding -> !finding.standsInTheWay()).toList(),
                snapshots);
    }

    private static Stage reached(SnapshotView last) {
        return Stage.valueOf(last.state().name());
    }

    private static Stage beforeFreeze(boolean begun, boolean ready) {
        if (ready) {
            return Stage.READY;
        }
        return begun ? Stage.OPEN : Stage.AHEAD;
    }

    /** How many figures are due and missing. */
    public long missing() {
        return blocking.stream()
                .filter(finding -> finding.id().equals(FindingKind.MISSING_ACTUAL.id()))
                .count();
    }

    /** Whether a freeze is what comes next, as far as the calendar goes. */
    public boolean toBeFrozen() {
        return over && (stage == Stage.OPEN || stage == Stage.READY || stage == Stage.SUPERSEDED);
    }
}
