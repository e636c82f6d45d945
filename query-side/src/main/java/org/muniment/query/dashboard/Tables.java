package org.muniment.query.dashboard;

import java.time.LocalDate;
import org.muniment.query.picture.PlanPicture;

/** The figures of a plan as at a cut-off, before anything is said about them. */
public record Tables(ProjectTable projects, KpiTable kpis, BudgetTable budget) {
    public static Tables of(PlanPicture picture, LocalDate asAt) {
        return new Tables(
                ProjectTable.of(picture, asAt),
                KpiTable.of(picture, asAt),
                BudgetTable.of(picture, asAt));
    }
}
