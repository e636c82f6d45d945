package org.muniment.query.dashboard;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.muniment.kernel.findings.Finding;
import org.muniment.kernel.findings.FindingKind;
import org.muniment.kernel.kpi.Cadence;
import org.muniment.kernel.kpi.KpiDefinition;
import org.muniment.query.due.Due;
import org.muniment.query.due.Dues;
import org.muniment.query.picture.PlanPicture;
import org.muniment.query.picture.ProjectPicture;

/** What a quarter still lacks before it can be frozen, edition {@code pack-2}. Pure. */
public final class Readiness {
    private final PlanPicture plan;

    private Readiness(PlanPicture plan) {
        this.plan = plan;
    }

    /** {@code dueBy} is the cut-off, or the last day that is over where that has not come. */
    public static List<Finding> of(PlanPicture plan, LocalDate dueBy) {
        Readiness readiness = new Readiness(plan);
        return Dues.asAt(plan, dueBy).stream().map(readiness::finding).toList();
    }

    private Finding finding(Due due) {
        return switch (due.kind()) {
            case FIGURE -> found(FindingKind.MISSING_ACTUAL, missing(due), due);
            case FIGURE_ACTION ->
                    found(
                            FindingKind.MISSING_ACTION,
                            withoutAction(name(plan.kpis().get(due.id()).definition())),
                            due);
            case PROGRESS -> found(FindingKind.STALE_OWNER, unheardOf(due), due);
            case PROGRESS_ACTION ->
                    found(
                            FindingKind.MISSING_ACTION,
                            withoutAction(title(plan.projects().get(due.id()))),
                            due);
            case FORECAST -> found(FindingKind.MISSING_FORECAST, notForecast(due), due);
        };
    }

    private static Finding found(FindingKind kind, String message, Due due) {
        return kind.found(message, List.of(due.id()));
    }

    private String missing(Due due) {
        KpiDefinition definition = plan.kpis().get(due.id()).definition();
        return "no figure of %s is recorded to the end of %s, though it is due %s"
                .formatted(name(definition), due.period().last(), words(definition.cadence()));
    }

    private static String words(Cadence cadence) {
        return switch (cadence) {
            case MONTHLY -> "every month";
            case QUARTERLY -> "every quarter";
            case HALF_YEARLY -> "every half-year";
            case ANNUAL -> "once a year";
        };
    }

    private static String withoutAction(String name) {
        return name + " is RED, and no action is proposed";
    }

    private String unheardOf(Due due) {
        ProjectPicture project = plan.projects().get(due.id());
        String leads =
                project.outline().leads().stream()
                        .map(Object::toString)
                        .collect(Collectors.joining(", "));
        return "%s %s not reported on %s since %s"
                .formatted(
                        leads,
                        project.outline().leads().size() == 1 ? "has" : "have",
                        title(project),
                        due.period().firstDay());
    }

    private String notForecast(Due due) {
        return "the outturn of \"%s\" has not been forecast since %s"
                .formatted(plan.budgetLines().get(due.id()).category(), due.period().firstDay());
    }

    private static String title(ProjectPicture project) {
        return "\"" + project.outline().title() + "\"";
    }

    private static String name(KpiDefinition definition) {
        return KpiFindings.name(definition.title(), definition.scope());
    }
}
