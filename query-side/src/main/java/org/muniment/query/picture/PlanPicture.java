package org.muniment.query.picture;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
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
import org.muniment.kernel.snapshot.SnapshotEvent;
import org.muniment.kernel.snapshot.SnapshotEvent.FreezeBegun;
import org.muniment.kernel.snapshot.SnapshotEvent.QuarterFrozen;
import org.muniment.kernel.time.Quarter;

/**
 * Everything known about one plan once the event at {@code position} was recorded. Maps are keyed
 * by the id of the thing, in the order in which the things were added.
 *
 * @param recordedAt when that event was recorded
 * @param snapshots the quarters frozen, in the order in which they were
 * @param stated what papers state, by figure and the day it is stated as at
 * @param lacking the positions of events of the plan that were left out, because they could not be
 *     taken; not kept with the picture, but told by whoever reads it
 */
public record PlanPicture(
        long position,
        Instant recordedAt,
        PlanAdopted adopted,
        Map<String, KpiPicture> kpis,
        Map<String, ProjectPicture> projects,
        Map<String, BudgetLinePicture> budgetLines,
        SortedMap<LocalDate, Said<VariationExplained>> variations,
        SortedMap<String, SortedMap<LocalDate, Said<FigureStated>>> stated,
        Map<String, SnapshotPicture> snapshots,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Long> lacking) {
    private static final int MONTHS_IN_QUARTER = 3;

    public PlanPicture {
        lacking = lacking == null ? List.of() : List.copyOf(lacking);
    }

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
                Fold.none(),
                Map.of(),
                List.of());
    }

    /** The same, said to lack these events. */
    public PlanPicture lacking(List<Long> positions) {
        return positions.equals(lacking)
                ? this
                : new PlanPicture(
                        position,
                        recordedAt,
                        adopted,
                        kpis,
                        projects,
                        budgetLines,
                        variations,
                        stated,
                        snapshots,
                        positions);
    }

    /** The picture once {@code logged} is known too; it must come later in the log. */
    public PlanPicture after(LoggedEvent logged) {
        if (logged.position() <= position) {
            throw new IllegalStateException(
                    "event " + logged.position() + " is already in the picture of " + position);
        }
        PlanRecord event = logged.event();
        if (event instanceof KpiEvent kpi) {
            return at(logged, after(kpi, logged), projects, budgetLines, variations, stated);
        }
        if (event instanceof ProjectEvent project) {
            return at(
                    logged,
                    kpis,
                    after(project, logged.position()),
                    budgetLines,
                    variations,
                    stated);
        }
        if (event instanceof BudgetLineEvent line) {
            return at(logged, kpis, projects, after(line, logged.position()), variations, stated);
        }
        if (event instanceof VariationExplained explained) {
            return at(
                    logged,
                    kpis,
                    projects,
                    budgetLines,
                    Fold.withSorted(
                            variations, explained.asAt(), new Said<>(explained, logged.position())),
                    stated);
        }
        if (event instanceof FigureStated figure) {
            return at(
                    logged,
                    kpis,
                    projects,
                    budgetLines,
                    variations,
                    after(figure, logged.position()));
        }
        if (event instanceof SnapshotEvent snapshot) {
            return withSnapshots(logged, after(snapshot, logged));
        }
        throw new IllegalStateException("a plan cannot hold " + event);
    }

    private Map<String, KpiPicture> after(KpiEvent event, LoggedEvent logged) {
        String id = event.kpi().value();
        return Fold.with(
                kpis,
                id,
                event instanceof KpiDefined defined
                        ? KpiPicture.of(defined)
                        : kpis.get(id).after(event, logged));
    }

    private Map<String, ProjectPicture> after(ProjectEvent event, long position) {
        String id = event.project().value();
        return Fold.with(
                projects,
                id,
                event instanceof ProjectAdded added
                        ? ProjectPicture.of(added)
                        : projects.get(id).after(event, position));
    }

    private Map<String, BudgetLinePicture> after(BudgetLineEvent event, long position) {
        String id = event.line().value();
        return Fold.with(
                budgetLines,
                id,
                event instanceof BudgetLineApproved approved
                        ? BudgetLinePicture.of(approved)
                        : budgetLines.get(id).after(event, position));
    }

    private SortedMap<String, SortedMap<LocalDate, Said<FigureStated>>> after(
            FigureStated event, long position) {
        String figure = event.figure().value();
        SortedMap<LocalDate, Said<FigureStated>> before = stated.get(figure);
        return Fold.withSorted(
                stated,
                figure,
                Fold.withSorted(
                        before == null ? Fold.none() : before,
                        event.asAt(),
                        new Said<>(event, position)));
    }

    private PlanPicture at(
            LoggedEvent logged,
            Map<String, KpiPicture> kpis,
            Map<String, ProjectPicture> projects,
            Map<String, BudgetLinePicture> budgetLines,
            SortedMap<LocalDate, Said<VariationExplained>> variations,
            SortedMap<String, SortedMap<LocalDate, Said<FigureStated>>> stated) {
        return new PlanPicture(
                logged.position(),
                logged.recordedAt(),
                adopted,
                kpis,
                projects,
                budgetLines,
                variations,
                stated,
                snapshots,
                lacking);
    }

    private PlanPicture withSnapshots(LoggedEvent logged, Map<String, SnapshotPicture> changed) {
        return new PlanPicture(
                logged.position(),
                logged.recordedAt(),
                adopted,
                kpis,
                projects,
                budgetLines,
                variations,
                stated,
                changed,
                lacking);
    }

    private Map<String, SnapshotPicture> after(SnapshotEvent event, LoggedEvent logged) {
        String id = event.snapshot().value();
        if (event instanceof FreezeBegun) {
            return snapshots;
        }
        return Fold.with(
                snapshots,
                id,
                event instanceof QuarterFrozen frozen
                        ? SnapshotPicture.of(frozen, logged)
                        : snapshots.get(id).after(event, logged));
    }

    /** How many figures of the quarter's months nobody but their recorder has answered for. */
    public long actualsNotSignedOff(Quarter quarter) {
        YearMonth first = YearMonth.from(quarter.firstDay(adopted.financialYear()));
        YearMonth next = first.plusMonths(MONTHS_IN_QUARTER);
        return kpis.values().stream()
                .flatMap(kpi -> kpi.months().subMap(first, next).values().stream())
                .filter(KpiFigure::lacksSignOff)
                .count();
    }

    /** Whether members had been given the month before the event at {@code position}. */
    public boolean isLate(YearMonth month, long position) {
        return snapshots.values().stream()
                .anyMatch(
                        snapshot ->
                                snapshot.confirmed() != null
                                        && snapshot.covers(month)
                                        && position > snapshot.position());
    }

    /** Whether figures of this month are restated, no longer recorded. */
    public boolean isClosed(YearMonth month) {
        return snapshots.values().stream().anyMatch(snapshot -> snapshot.closes(month));
    }

    /** What members are to go by. */
    public List<SnapshotPicture> snapshotsInForce() {
        return InForce.among(snapshots);
    }
}
