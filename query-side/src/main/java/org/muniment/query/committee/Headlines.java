package org.muniment.query.committee;

import java.util.List;
import org.muniment.kernel.budget.MoneyUnit;
import org.muniment.kernel.figures.Figure;
import org.muniment.query.dashboard.BudgetTable;
import org.muniment.query.dashboard.KpiTable.KpiCount;
import org.muniment.query.dashboard.ProjectTable.ProjectCount;
import org.muniment.query.dashboard.Tables;

/** A report in three sentences. Pure. */
public final class Headlines {
    private Headlines() {}

    public static List<String> of(Tables tables) {
        return List.of(
                projects(tables.projects().total()),
                kpis(tables.kpis().total()),
                budget(tables.budget()));
    }

    private static String projects(ProjectCount total) {
        if (total.total() == 0) {
            return "There are no key projects yet.";
        }
        return "%s of the %s key %s completed or on track."
                .formatted(
                        total.green(),
                        total.total(),
                        total.green() == 1 ? "projects is" : "projects are");
    }

    private static String kpis(KpiCount total) {
        if (total.total() == 0) {
            return "There are no performance indicators yet.";
        }
        long without = total.notMeasured() + total.notApplicable();
        return "Of the %s performance indicators %s red, %s amber and %s green; %s without a status."
                .formatted(
                        total.total(),
                        are(total.red()),
                        total.amber(),
                        total.green(),
                        are(without));
    }

    private static String are(long count) {
        return count == 1 ? "1 is" : count + " are";
    }

    private static String budget(BudgetTable budget) {
        if (budget.lines().isEmpty()) {
            return "No budget has been approved yet.";
        }
        Figure variance = budget.total().variance();
        if (variance == null) {
            return "The outturn of the budget has not been forecast yet.";
        }
        if (variance.isZero()) {
            return "The budget is forecast to be spent exactly.";
        }
        return "The budget is forecast to be %s by %s."
                .formatted(
                        variance.signum() > 0 ? "underspent" : "overspent",
                        pounds(variance.magnitude(), budget.unit()));
    }

    private static String pounds(Figure amount, MoneyUnit unit) {
        return unit == MoneyUnit.MILLION_POUNDS ? "£" + amount + "m" : "£" + amount;
    }
}
