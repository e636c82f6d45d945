package org.muniment.query.tasks;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muniment.kernel.access.Place;
import org.muniment.kernel.access.Role;
import org.muniment.kernel.access.Warrant;
import org.muniment.kernel.kpi.Cadence;
import org.muniment.kernel.kpi.KpiDefinition;
import org.muniment.kernel.time.London;
import org.muniment.kernel.words.Code;
import org.muniment.query.page.Words;
import org.muniment.query.picture.BudgetLinePicture;
import org.muniment.query.picture.KpiFigure;
import org.muniment.query.picture.KpiPicture;
import org.muniment.query.picture.PlanPicture;
import org.muniment.query.picture.ProjectPicture;
import org.muniment.query.picture.SnapshotPicture;
import org.muniment.query.tasks.Task.Kind;

/** Goes through a plan for what its record still wants. Pure. */
final class Tasks {
    private static final Set<Role> REPORTERS = EnumSet.of(Role.OFFICER, Role.HEAD_OF_SERVICE);
    private static final Set<Role> CHECKERS =
            EnumSet.of(Role.OFFICER, Role.HEAD_OF_SERVICE, Role.FINANCE_OFFICER);
    private static final Set<Role> CONFIRMERS =
            EnumSet.of(Role.FINANCE_OFFICER, Role.HEAD_OF_SERVICE);
    private static final int MONTHS_IN_QUARTER = 3;
    private static final Words WORDS = new Words();

    private final PlanPicture plan;
    private final LocalDate today;
    private final Warrant warrant;
    private final String reader;
    private final Map<Long, String> recorders;
    private final List<Task> found = new ArrayList<>();

    private Tasks(
            PlanPicture plan,
            LocalDate today,
            Warrant warrant,
            String reader,
            Map<Long, String> recorders) {
        this.plan = plan;
        this.today = today;
        this.warrant = warrant;
        this.reader = reader;
        this.recorders = recorders;
    }

    /**
     * What is overdue first, then what has been wanted longest.
     *
     * @param warrant what the reader holds
     * @param recorders who has recorded the events at these positions
     */
    static List<Task> of(
            PlanPicture plan,
            LocalDate today,
            Warrant warrant,
            String reader,
            Map<Long, String> recorders) {
        Tasks tasks = new Tasks(plan, today, warrant, reader, recorders);
        plan.kpis().values().forEach(tasks::figures);
        plan.projects().values().forEach(tasks::project);
        plan.budgetLines().values().forEach(tasks::forecast);
        plan.snapshots().values().forEach(tasks::snapshot);
        return tasks.found.stream()
                .sorted(Comparator.comparing(Task::overdue).reversed().thenComparing(Task::since))
                .toList();
    }

    private boolean mine(Set<Role> roles, Code council, Code service) {
        Place place = new Place(plan.adopted().partnership(), council, service);
        return new Warrant(warrant.grants(), roles).covers(place);
    }

    private void figures(KpiPicture kpi) {
        KpiDefinition definition = kpi.definition();
        String title =
                definition.scope() == null
                        ? definition.title().value()
                        : definition.title() + " (" + definition.scope() + ")";
        if (mine(REPORTERS, definition.scope(), definition.service())) {
            lastComplete(months(definition.cadence()))
                    .filter(period -> kpi.months().tailMap(period.lastMonth()).isEmpty())
                    .ifPresent(period -> figureIsDue(kpi, title, period));
        }
        if (mine(CHECKERS, definition.scope(), definition.service())) {
            kpi.months().forEach((month, figure) -> signOff(kpi, title, month, figure));
        }
    }

    private void figureIsDue(KpiPicture kpi, String title, Period period) {
        YearMonth last = period.lastMonth();
        boolean closed = isClosed(last);
        found.add(
                new Task(
                        Kind.FIGURE,
                        kpi.id().toString(),
                        title,
                        (closed ? "Restate" : "Record")
                                + " the figure to the end of "
                                + WORDS.month(last)
                                + (closed ? ", which is frozen without one" : ""),
                        period.next.atDay(1),
                        false,
                        "/kpis/%s/%s?month=%s"
                                .formatted(
                                        kpi.id().value(),
                                        closed ? "restatements" : "actuals",
                                        last)));
    }

    private void signOff(KpiPicture kpi, String title, YearMonth month, KpiFigure figure) {
        if (figure.lacksSignOff()
                && !isClosed(month)
                && !reader.equals(recorders.get(figure.position()))) {
            found.add(
                    new Task(
                            Kind.SIGN_OFF,
                            kpi.id().toString(),
                            title,
                            "Sign off the figure of " + WORDS.month(month) + ": " + figure.actual(),
                            month.plusMonths(1).atDay(1),
                            false,
                            "/kpis/%s/sign-offs?month=%s".formatted(kpi.id().value(), month)));
        }
    }

    private boolean isClosed(YearMonth month) {
        return plan.snapshots().values().stream()
                .anyMatch(snapshot -> snapshot.confirmed() != null && snapshot.covers(month));
    }

    private void project(ProjectPicture project) {
        boolean running =
                project.completion() == null
                        && !project.outline().start().firstDay().isAfter(today);
        if (!running || !mine(REPORTERS, null, project.outline().service())) {
            return;
        }
        String address = "/projects/" + project.id().value();
        String title = project.outline().title().value();
        if (project.finish() != null && project.finish().lastDay().isBefore(today)) {
            found.add(
                    new Task(
                            Kind.FINISH,
                            project.id().toString(),
                            title,
                            "It was to finish by %s: reschedule it, or record that it is complete"
                                    .formatted(WORDS.day(project.finish())),
                            project.finish().lastDay().plusDays(1),
                            true,
                            address + "/reschedule"));
        }
        lastComplete(MONTHS_IN_QUARTER)
                .filter(quarter -> project.reports().tailMap(quarter.first.atDay(1)).isEmpty())
                .filter(
                        quarter ->
                                project.outline()
                                        .start()
                                        .firstDay()
                                        .isBefore(quarter.next.atDay(1)))
                .ifPresent(
                        quarter ->
                                found.add(
                                        new Task(
                                                Kind.PROGRESS,
                                                project.id().toString(),
                                                title,
                                                "Report progress as at "
                                                        + WORDS.day(quarter.lastDay()),
                                                quarter.next.atDay(1),
                                                false,
                                                address + "/progress")));
    }

    private void forecast(BudgetLinePicture line) {
        if (mine(EnumSet.of(Role.FINANCE_OFFICER), null, null)) {
            lastComplete(MONTHS_IN_QUARTER)
                    .filter(quarter -> line.forecasts().tailMap(quarter.first.atDay(1)).isEmpty())
                    .ifPresent(
                            quarter ->
                                    found.add(
                                            new Task(
                                                    Kind.FORECAST,
                                                    line.id().toString(),
                                                    line.category().value(),
                                                    "Forecast the outturn as at "
                                                            + WORDS.day(quarter.lastDay()),
                                                    quarter.next.atDay(1),
                                                    false,
                                                    "/budget-lines/%s/forecasts"
                                                            .formatted(line.id().value()))));
        }
    }

    private void snapshot(SnapshotPicture snapshot) {
        if (snapshot.superseded() != null) {
            return;
        }
        String title =
                "%s, figures to %s".formatted(snapshot.quarter(), WORDS.day(snapshot.asAt()));
        String address = "/snapshots/" + snapshot.id().value();
        if (snapshot.confirmed() == null
                && mine(CONFIRMERS, null, null)
                && !snapshot.frozen().by().value().equals(reader)) {
            found.add(
                    new Task(
                            Kind.CONFIRMATION,
                            snapshot.id().toString(),
                            title,
                            "Confirm the freeze",
                            London.dayOf(snapshot.frozen().recordedAt()),
                            false,
                            address + "/confirmation"));
        }
        if (snapshot.confirmed() != null
                && !snapshot.isPublished()
                && mine(EnumSet.of(Role.SECRETARIAT), null, null)) {
            found.add(
                    new Task(
                            Kind.PUBLICATION,
                            snapshot.id().toString(),
                            title,
                            "Publish the pack to a meeting",
                            London.dayOf(snapshot.confirmed().recordedAt()),
                            false,
                            address + "/publication"));
        }
    }

    /** From its first month up to the one after it. */
    private record Period(YearMonth first, YearMonth next) {
        YearMonth lastMonth() {
            return next.minusMonths(1);
        }

        LocalDate lastDay() {
            return next.atDay(1).minusDays(1);
        }
    }

    private static int months(Cadence cadence) {
        return switch (cadence) {
            case MONTHLY -> 1;
            case QUARTERLY -> MONTHS_IN_QUARTER;
            case HALF_YEARLY -> 2 * MONTHS_IN_QUARTER;
            case ANNUAL -> 4 * MONTHS_IN_QUARTER;
        };
    }

    /** The last period of that length in the plan's year that has ended before today. */
    private Optional<Period> lastComplete(int months) {
        YearMonth start = YearMonth.from(plan.adopted().financialYear().firstDay());
        YearMonth end = YearMonth.from(plan.adopted().financialYear().lastDay()).plusMonths(1);
        Period last = null;
        for (YearMonth first = start;
                !first.plusMonths(months).isAfter(end)
                        && !first.plusMonths(months).atDay(1).isAfter(today);
                first = first.plusMonths(months)) {
            last = new Period(first, first.plusMonths(months));
        }
        return Optional.ofNullable(last);
    }
}
