package org.muniment.query.tasks;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.muniment.kernel.access.Place;
import org.muniment.kernel.access.Role;
import org.muniment.kernel.access.Warrant;
import org.muniment.kernel.time.London;
import org.muniment.kernel.words.Code;
import org.muniment.query.due.Due;
import org.muniment.query.due.Dues;
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
        Dues.on(today, plan).forEach(tasks::due);
        plan.kpis().values().forEach(tasks::signOffs);
        plan.projects().values().forEach(tasks::finish);
        plan.snapshots().values().forEach(tasks::snapshot);
        return tasks.found.stream()
                .sorted(Comparator.comparing(Task::overdue).reversed().thenComparing(Task::since))
                .toList();
    }

    private boolean mine(Set<Role> roles, Code council, Code service) {
        Place place = new Place(plan.adopted().partnership(), council, service);
        return new Warrant(warrant.grants(), roles).covers(place);
    }

    private void due(Due due) {
        switch (due.kind()) {
            case FIGURE -> figure(due, plan.kpis().get(due.id()));
            case FIGURE_ACTION -> action(due, plan.kpis().get(due.id()));
            case PROGRESS ->
                    report(due, Kind.PROGRESS, "as at " + WORDS.day(due.period().lastDay()));
            case PROGRESS_ACTION ->
                    report(due, Kind.ACTION, "again, with the action that is proposed");
            case FORECAST -> forecast(due, plan.budgetLines().get(due.id()));
        }
    }

    private void figure(Due due, KpiPicture kpi) {
        YearMonth month = due.period().last();
        boolean closed = plan.isClosed(month);
        if (isMine(kpi, REPORTERS)) {
            add(
                    Kind.FIGURE,
                    due,
                    kpi.id(),
                    kpi.name(),
                    (closed ? "Restate" : "Record")
                            + " the figure to the end of "
                            + WORDS.month(month)
                            + (closed ? ", which is frozen without one" : ""),
                    "/kpis/%s/%s?month=%s"
                            .formatted(due.id(), closed ? "restatements" : "actuals", month));
        }
    }

    /** A figure is recorded with its action; only one that was restated can lack it. */
    private void action(Due due, KpiPicture kpi) {
        YearMonth month = due.period().last();
        if (isMine(kpi, REPORTERS)) {
            add(
                    Kind.ACTION,
                    due,
                    kpi.id(),
                    kpi.name(),
                    "The figure of %s was restated to red and no action is proposed: tell the secretariat what is to be done, or restate it"
                            .formatted(WORDS.month(month)),
                    "/kpis/%s/restatements?month=%s".formatted(due.id(), month));
        }
    }

    private void report(Due due, Kind kind, String how) {
        ProjectPicture project = plan.projects().get(due.id());
        if (isMine(project)) {
            add(
                    kind,
                    due,
                    project.id(),
                    project.outline().title().value(),
                    "Report progress " + how,
                    "/projects/%s/progress".formatted(due.id()));
        }
    }

    private void forecast(Due due, BudgetLinePicture line) {
        if (mine(EnumSet.of(Role.FINANCE_OFFICER), null, null)) {
            add(
                    Kind.FORECAST,
                    due,
                    line.id(),
                    line.category().value(),
                    "Forecast the outturn as at " + WORDS.day(due.period().lastDay()),
                    "/budget-lines/%s/forecasts".formatted(due.id()));
        }
    }

    private void add(Kind kind, Due due, Object subject, String title, String what, String form) {
        LocalDate over = due.period().lastDay().plusDays(1);
        LocalDate since = over.isAfter(today) ? today : over;
        found.add(new Task(kind, subject.toString(), title, what, since, false, form));
    }

    private boolean isMine(KpiPicture kpi, Set<Role> roles) {
        return mine(roles, kpi.definition().scope(), kpi.definition().service());
    }

    private boolean isMine(ProjectPicture project) {
        return mine(REPORTERS, null, project.outline().service());
    }

    private void signOffs(KpiPicture kpi) {
        if (isMine(kpi, CHECKERS)) {
            kpi.months().forEach((month, figure) -> signOff(kpi, kpi.name(), month, figure));
        }
    }

    private void signOff(KpiPicture kpi, String title, YearMonth month, KpiFigure figure) {
        if (figure.lacksSignOff()
                && !plan.isClosed(month)
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

    private void finish(ProjectPicture project) {
        boolean overdue = Dues.isOverdue(project.finish(), project.completion() != null, today);
        if (overdue && isMine(project)) {
            found.add(
                    new Task(
                            Kind.FINISH,
                            project.id().toString(),
                            project.outline().title().value(),
                            "It was to finish by %s: reschedule it, or record that it is complete"
                                    .formatted(WORDS.day(project.finish())),
                            project.finish().lastDay().plusDays(1),
                            true,
                            "/projects/%s/reschedule".formatted(project.id().value())));
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
}
