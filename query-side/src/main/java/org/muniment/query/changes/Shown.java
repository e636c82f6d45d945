package org.muniment.query.changes;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.muniment.kernel.findings.Finding;
import org.muniment.kernel.kpi.KpiDefinition;
import org.muniment.query.dashboard.BudgetTable;
import org.muniment.query.dashboard.Dashboard;
import org.muniment.query.dashboard.KpiRow;
import org.muniment.query.dashboard.ProjectTable;
import org.muniment.query.picture.PlanPicture;

/** Everything a dashboard shows of each thing, as named values that can be compared. */
record Shown(Map<Thing, Map<String, String>> values) {
    /** A thing keeps its place among its kind whatever it is called. */
    record Thing(String kind, String subject) {}

    static final String TITLE = "title";
    static final String SCOPE = "scope";

    static Shown nothing() {
        return new Shown(Map.of());
    }

    static Shown of(PlanPicture picture, Dashboard dashboard) {
        Shown shown = new Shown(new LinkedHashMap<>());
        for (KpiRow row : dashboard.tables().kpis().rows()) {
            shown.kpi(row, picture.kpis().get(row.id()).definition());
        }
        dashboard.tables().projects().rows().forEach(shown::project);
        dashboard.tables().budget().lines().forEach(shown::line);
        dashboard.findings().forEach(shown::finding);
        return shown;
    }

    private void kpi(KpiRow row, KpiDefinition definition) {
        Map<String, String> of = thing("kpi", row.id());
        put(of, TITLE, row.title());
        put(of, SCOPE, row.scope());
        put(of, "lead", row.lead());
        put(of, "annualTarget", row.annualTarget());
        put(of, "profile", profile(definition));
        put(of, "month", row.month());
        put(of, "targetToDate", row.targetToDate());
        put(of, "actual", row.actual());
        put(of, "status", row.status());
        put(of, "comment", row.comment());
        put(of, "proposedAction", row.proposedAction());
        put(of, "restatement", row.restatement());
    }

    private void project(ProjectTable.ProjectRow row) {
        Map<String, String> of = thing("project", row.id());
        put(of, TITLE, row.title());
        put(of, "finish", row.finish());
        put(of, "status", row.status());
        put(of, "completedOn", row.completedOn());
        put(of, "update", row.update());
        put(of, "proposedAction", row.proposedAction());
    }

    private void line(BudgetTable.Line line) {
        Map<String, String> of = thing("budget-line", line.id());
        put(of, TITLE, line.category());
        put(of, "budget", line.amounts().budget());
        put(of, "forecast", line.amounts().forecast());
        put(of, "variance", line.amounts().variance());
    }

    private void finding(Finding finding) {
        Map<String, String> of =
                thing("finding", finding.id() + " " + String.join(" ", finding.subjects()));
        put(of, TITLE, finding.id());
        put(of, "message", finding.message());
    }

    private static String profile(KpiDefinition definition) {
        return definition.profile().targets().stream()
                .map(target -> target.month() + ": " + target.target())
                .collect(Collectors.joining(", "));
    }

    private Map<String, String> thing(String kind, String subject) {
        return values.computeIfAbsent(new Thing(kind, subject), unseen -> new LinkedHashMap<>());
    }

    private static void put(Map<String, String> values, String field, Object value) {
        if (value != null) {
            values.put(field, value.toString());
        }
    }
}
