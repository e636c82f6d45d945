package org.muniment.query.due;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.muniment.kernel.time.FinancialYear;
import org.muniment.kernel.time.Quarter;
import org.muniment.query.picture.PlanPicture;

/**
 * A quarter that has begun and awaits its freeze.
 *
 * @param asAt the cut-off by which it is looked at: its end, or today while it runs
 * @param dueBy the last of its days that is over: what is due by then should be there
 */
public record OpenQuarter(Quarter quarter, LocalDate asAt, LocalDate dueBy) {
    public static List<OpenQuarter> of(PlanPicture plan, LocalDate today) {
        FinancialYear year = plan.adopted().financialYear();
        return Stream.of(Quarter.values())
                .filter(quarter -> !quarter.firstDay(year).isAfter(today))
                .filter(quarter -> awaitsFreeze(quarter, plan))
                .map(quarter -> at(today, quarter, quarter.lastDay(year)))
                .toList();
    }

    private static OpenQuarter at(LocalDate today, Quarter quarter, LocalDate end) {
        return end.isBefore(today)
                ? new OpenQuarter(quarter, end, end)
                : new OpenQuarter(quarter, today, today.minusDays(1));
    }

    private static boolean awaitsFreeze(Quarter quarter, PlanPicture plan) {
        return plan.snapshots().values().stream()
                .filter(snapshot -> snapshot.quarter() == quarter)
                .reduce((earlier, later) -> later)
                .map(last -> last.superseded() != null)
                .orElse(true);
    }
}
