package org.muniment.query.due;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.muniment.kernel.figures.Status;
import org.muniment.kernel.project.ProgressStatus;
import org.muniment.kernel.time.FinancialYear;
import org.muniment.kernel.time.MonthOrDay;
import org.muniment.query.due.Due.Kind;
import org.muniment.query.picture.BudgetLinePicture;
import org.muniment.query.picture.KpiPicture;
import org.muniment.query.picture.PlanPicture;
import org.muniment.query.picture.ProjectPicture;

/** The one rule of what is due. Pure. */
public final class Dues {
    private static final int MONTHS_IN_QUARTER = 3;

    private final PlanPicture plan;
    private final FinancialYear year;
    private final LocalDate cutOff;

    private Dues(PlanPicture plan, LocalDate cutOff) {
        this.plan = plan;
        this.year = plan.adopted().financialYear();
        this.cutOff = cutOff;
    }

    /** What the record lacks as at a cut-off: what is said of later days is no answer. */
    public static List<Due> asAt(PlanPicture plan, LocalDate cutOff) {
        Dues dues = new Dues(plan, cutOff);
        return Stream.of(
                        plan.kpis().values().stream().flatMap(dues::of),
                        plan.projects().values().stream().flatMap(dues::of),
                        plan.budgetLines().values().stream().flatMap(dues::of))
                .flatMap(all -> all)
                .toList();
    }

    /** What any of the quarters that await their freeze lacks on a day, each said once. */
    public static List<Due> on(LocalDate today, PlanPicture plan) {
        return OpenQuarter.of(plan, today).stream()
                .flatMap(quarter -> asAt(plan, quarter.dueBy()).stream())
                .distinct()
                .toList();
    }

    /** Whether a project has a finish that has passed, and no other. */
    public static boolean isOverdue(MonthOrDay finish, boolean completed, LocalDate day) {
        return !completed && finish != null && finish.lastDay().isBefore(day);
    }

    private Stream<Due> of(KpiPicture kpi) {
        String id = kpi.id().value();
        YearMonth now = YearMonth.from(cutOff);
        Stream<Due> figure =
                Period.lastOver(year, kpi.definition().cadence().months(), cutOff)
                        .filter(
                                period ->
                                        kpi.latest(now)
                                                .filter(it -> !it.getKey().isBefore(period.last()))
                                                .isEmpty())
                        .map(period -> new Due(Kind.FIGURE, id, period))
                        .stream();
        Stream<Due> action =
                kpi
                        .latest(now)
                        .filter(it -> it.getValue().status() == Status.RED)
                        .filter(it -> it.getValue().proposedAction() == null)
                        .map(it -> new Due(Kind.FIGURE_ACTION, id, Period.of(it.getKey())))
                        .stream();
        return Stream.concat(figure, action);
    }

    private Stream<Due> of(ProjectPicture project) {
        if (project.completion() != null) {
            return Stream.empty();
        }
        String id = project.id().value();
        Stream<Due> report =
                lastQuarter()
                        .filter(it -> !project.outline().start().firstDay().isAfter(it.lastDay()))
                        .filter(it -> lacks(it, project.reports().headMap(cutOff.plusDays(1))))
                        .map(quarter -> new Due(Kind.PROGRESS, id, quarter))
                        .stream();
        Stream<Due> action =
                project
                        .reportAt(cutOff)
                        .filter(it -> it.getValue().status() == ProgressStatus.RED)
                        .filter(it -> it.getValue().proposedAction() == null)
                        .map(it -> Period.of(YearMonth.from(it.getKey())))
                        .map(period -> new Due(Kind.PROGRESS_ACTION, id, period))
                        .stream();
        return Stream.concat(report, action);
    }

    private Stream<Due> of(BudgetLinePicture line) {
        return lastQuarter()
                .filter(quarter -> lacks(quarter, line.forecasts().headMap(cutOff.plusDays(1))))
                .map(quarter -> new Due(Kind.FORECAST, line.id().value(), quarter))
                .stream();
    }

    private Optional<Period> lastQuarter() {
        return Period.lastOver(year, MONTHS_IN_QUARTER, cutOff);
    }

    private static boolean lacks(Period period, SortedMap<LocalDate, ?> said) {
        return said.isEmpty() || said.lastKey().isBefore(period.firstDay());
    }
}
