package org.muniment.query.picture;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import org.muniment.kernel.budget.BudgetLineEvent;
import org.muniment.kernel.budget.BudgetLineEvent.BudgetLineApproved;
import org.muniment.kernel.kpi.KpiEvent;
import org.muniment.kernel.kpi.KpiEvent.KpiDefined;
import org.muniment.kernel.plan.PlanEvent.FigureStated;
import org.muniment.kernel.plan.PlanEvent.PlanAdopted;
import org.muniment.kernel.plan.PlanEvent.VariationExplained;
import org.muniment.kernel.plan.PlanRecord;
import org.muniment.kernel.project.ProjectEvent;
import org.muniment.kernel.project.ProjectEvent.ProjectAdded;

/**
 * Everything known about one plan once the event at {@code position} was recorded. Maps are keyed
 * by the id of the thing, in the order in which the things were added.
 *
 * @param recordedAt when that event was recorded
 * @param stated what papers state, by figure and the day it is stated as at
 */
public record PlanPicture(
        long position,
        Instant recordedAt,
        PlanAdopted adopted,
        Map<String, KpiPicture> kpis,
        Map<String, ProjectPicture> projects,
        Map<String, BudgetLinePicture> budgetLines,
        SortedMap<LocalDate, VariationExplained> variations,
        SortedMap<String, SortedMap<LocalDate, FigureStated>> stated) {

    /** The first picture of a plan: it has been adopted, and nothing else is known. */
    public static PlanPicture of(LoggedEvent logged) {
        if (!(logged.event() instanceof PlanAdopted adopted)) {
            throw new IllegalStateException(
                    "the first event of a plan is its adoption, not " + logged.event());
        }
        return new PlanPicture(
                logged.position(),
                logged.recordedAt(),
                adopted,
                Map.of(),
                Map.of(),
                Map.of(),
                Fold.none(),
                Fold.none());
    }

    /** The picture once {@code logged} is known too; it must come later in the log. */
    public PlanPicture after(LoggedEvent logged) {
        if (logged.position() <= position) {
            throw new IllegalStateException(
                    "event " + logged.position() + " is already in the picture of " + position);
        }
        PlanRecord event = logged.event();
        if (event instanceof KpiEvent kpi) {
            return at(logged, after(kpi), projects, budgetLines, variations, stated);
        }
        if (event instanceof ProjectEvent project) {
            return at(logged, kpis, after(project), budgetLines, variations, stated);
        }
        if (event instanceof BudgetLineEvent line) {
            return at(logged, kpis, projects, after(line), variations, stated);
        }
        if (event instanceof VariationExplained explained) {
            return at(
                    logged,
                    kpis,
                    projects,
                    budgetLines,
                    Fold.withSorted(variations, explained.asAt(), explained),
                    stated);
        }
        if (event instanceof FigureStated figure) {
            return at(logged, kpis, projects, budgetLines, variations, after(figure));
        }
        throw new IllegalStateException("a plan cannot hold " + event);
    }

    private Map<String, KpiPicture> after(KpiEvent event) {
        String id = event.kpi().value();
        return Fold.with(
                kpis,
                id,
                event instanceof KpiDefined defined
                        ? KpiPicture.of(defined)
                        : kpis.get(id).after(event));
    }

    private Map<String, ProjectPicture> after(ProjectEvent event) {
        String id = event.project().value();
        return Fold.with(
                projects,
                id,
                event instanceof ProjectAdded added
                        ? ProjectPicture.of(added)
                        : projects.get(id).after(event));
    }

    private Map<String, BudgetLinePicture> after(BudgetLineEvent event) {
        String id = event.line().value();
        return Fold.with(
                budgetLines,
                id,
                event instanceof BudgetLineApproved approved
                        ? BudgetLinePicture.of(approved)
                        : budgetLines.get(id).after(event));
    }

    private SortedMap<String, SortedMap<LocalDate, FigureStated>> after(FigureStated event) {
        String figure = event.figure().value();
        SortedMap<LocalDate, FigureStated> before = stated.get(figure);
        return Fold.withSorted(
                stated,
                figure,
                Fold.withSorted(before == null ? Fold.none() : before, event.asAt(), event));
    }

    private PlanPicture at(
            LoggedEvent logged,
            Map<String, KpiPicture> kpis,
            Map<String, ProjectPicture> projects,
            Map<String, BudgetLinePicture> budgetLines,
            SortedMap<LocalDate, VariationExplained> variations,
            SortedMap<String, SortedMap<LocalDate, FigureStated>> stated) {
        return new PlanPicture(
                logged.position(),
                logged.recordedAt(),
                adopted,
                kpis,
                projects,
                budgetLines,
                variations,
                stated);
    }
}
