package org.muniment.query.quarters;

import java.util.List;
import java.util.Map;
import org.muniment.kernel.findings.Finding;
import org.muniment.kernel.findings.FindingKind;
import org.muniment.query.picture.KpiPicture;
import org.muniment.query.picture.PlanPicture;
import org.muniment.query.picture.ProjectPicture;

/**
 * Where a finding is mended.
 *
 * @param thing what it is about, in words
 * @param page where that is shown
 * @param form of the command that sets it right
 */
public record Mending(String thing, String page, String form) {
    private static final Map<FindingKind, String> OF_KPI =
            Map.of(
                    FindingKind.MISSING_ACTUAL, "actuals",
                    FindingKind.MISSING_ACTION, "restatements",
                    FindingKind.NOT_APPLICABLE_COUNTED_GREEN, "not-measured");
    private static final Map<FindingKind, String> OF_PROJECT =
            Map.of(
                    FindingKind.COMPLETED_BEFORE_START, "completion",
                    FindingKind.OVERDUE_WITHOUT_NEW_DATE, "reschedule");

    /** One for each thing that the finding is about. */
    static List<Mending> of(Finding finding, PlanPicture plan) {
        FindingKind kind = FindingKind.of(finding.id());
        return finding.subjects().stream().map(subject -> of(kind, subject, plan)).toList();
    }

    private static Mending of(FindingKind kind, String subject, PlanPicture plan) {
        if (kind == FindingKind.MISSING_FORECAST) {
            String page = "/budget-lines/" + subject;
            String category = plan.budgetLines().get(subject).category().value();
            return new Mending(category, page, page + "/forecasts");
        }
        if (plan.kpis().containsKey(subject)) {
            return at("/kpis/" + subject, OF_KPI.getOrDefault(kind, "targets"), subject, plan);
        }
        if (plan.projects().containsKey(subject)) {
            String form = OF_PROJECT.getOrDefault(kind, "progress");
            return at("/projects/" + subject, form, subject, plan);
        }
        boolean ofVariation = kind == FindingKind.VARIATION_DOES_NOT_RECONCILE;
        return at(
                "/plans/" + plan.adopted().plan().value(),
                ofVariation ? "variations" : "stated-figures",
                subject,
                plan);
    }

    private static Mending at(String page, String form, String subject, PlanPicture plan) {
        return new Mending(thing(subject, plan), page, page + "/" + form);
    }

    /** What the record calls it; a figure's name is its own. */
    public static String thing(String subject, PlanPicture plan) {
        KpiPicture kpi = plan.kpis().get(subject);
        if (kpi != null) {
            return kpi.name();
        }
        ProjectPicture project = plan.projects().get(subject);
        if (project != null) {
            return project.outline().title().value();
        }
        return subject.equals(plan.adopted().plan().value())
                ? plan.adopted().title().value()
                : subject;
    }
}
