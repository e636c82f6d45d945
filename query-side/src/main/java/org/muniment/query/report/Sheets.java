package org.muniment.query.report;

import java.util.ArrayList;
import java.util.List;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.snapshot.PackContent;
import org.muniment.query.dashboard.BudgetTable.Amounts;
import org.muniment.query.dashboard.KpiRow;
import org.muniment.query.dashboard.ProjectTable.ProjectRow;
import org.muniment.query.pack.CanonicalJson;
import org.muniment.query.pack.Pack;
import org.muniment.query.pack.Pack.PackFinding;
import org.muniment.query.pack.Pack.Restated;

/**
 * The pack as tables of cells, for spreadsheets. A cell is a {@link Figure}, a text, or null where
 * there is nothing.
 */
record Sheets(List<Sheet> sheets) {
    record Sheet(String name, List<String> header, List<List<Object>> rows) {}

    static Sheets of(PackContent content) {
        Pack pack = CanonicalJson.read(content);
        return new Sheets(
                List.of(
                        about(pack, content),
                        projects(pack),
                        kpis(pack),
                        budget(pack),
                        variation(pack),
                        findings(pack),
                        restatements(pack)));
    }

    private static Sheet about(Pack pack, PackContent content) {
        return new Sheet(
                "About",
                List.of("What", "Value"),
                List.of(
                        row("Plan", pack.plan().title()),
                        row("Plan id", pack.plan().id()),
                        row("Financial year", pack.financialYear()),
                        row("Quarter", pack.quarter()),
                        row("As at", pack.asAt()),
                        row("Log position", Figure.of(Long.toString(pack.known().position()))),
                        row("Recorded through", pack.known().recordedThrough()),
                        row("Rules", pack.rules()),
                        row("SHA-256 of the canonical content", content.sha256())));
    }

    private static Sheet projects(Pack pack) {
        return new Sheet(
                "Projects",
                List.of(
                        "id",
                        "service",
                        "section",
                        "title",
                        "leads",
                        "start",
                        "original_finish",
                        "finish",
                        "status",
                        "completed_on",
                        "as_at",
                        "update",
                        "proposed_action"),
                pack.projects().rows().stream().map(Sheets::project).toList());
    }

    private static List<Object> project(ProjectRow row) {
        return row(
                row.id(),
                row.service(),
                row.section(),
                row.title(),
                String.join("; ", row.leads().stream().map(Object::toString).toList()),
                row.start(),
                row.originalFinish(),
                row.finish(),
                row.status(),
                row.completedOn(),
                row.reportedAsAt(),
                row.update(),
                row.proposedAction());
    }

    private static Sheet kpis(Pack pack) {
        return new Sheet(
                "KPIs",
                List.of(
                        "id",
                        "service",
                        "section",
                        "title",
                        "scope",
                        "lead",
                        "unit",
                        "prior_actual",
                        "annual_target",
                        "target_to_date",
                        "month",
                        "actual",
                        "status",
                        "rule",
                        "reported",
                        "reason",
                        "comment",
                        "proposed_action"),
                pack.kpis().rows().stream().map(Sheets::kpi).toList());
    }

    private static List<Object> kpi(KpiRow row) {
        return row(
                row.id(),
                row.service(),
                row.section(),
                row.title(),
                row.scope(),
                row.lead(),
                row.unit(),
                row.priorActual(),
                row.annualTarget(),
                row.targetToDate(),
                row.month(),
                row.actual(),
                row.status(),
                row.rule(),
                row.reported(),
                row.reason(),
                row.comment(),
                row.proposedAction());
    }

    private static Sheet budget(Pack pack) {
        List<List<Object>> rows = new ArrayList<>();
        pack.budget()
                .lines()
                .forEach(
                        line ->
                                rows.add(
                                        amounts(
                                                line.id(),
                                                line.category(),
                                                line.kind(),
                                                line.unit().symbol(),
                                                line.amounts())));
        String unit = pack.budget().unit().symbol();
        rows.add(amounts("sub-total", "Sub-total", null, unit, pack.budget().subTotal()));
        rows.add(amounts("total", "Total", null, unit, pack.budget().total()));
        return new Sheet(
                "Budget",
                List.of("id", "category", "kind", "unit", "budget", "forecast", "variance"),
                rows);
    }

    private static List<Object> amounts(
            String id, String category, Object kind, String unit, Amounts amounts) {
        return row(
                id, category, kind, unit, amounts.budget(), amounts.forecast(), amounts.variance());
    }

    private static Sheet variation(Pack pack) {
        List<List<Object>> rows = new ArrayList<>();
        if (pack.variation() != null) {
            pack.variation().items().forEach(item -> rows.add(row(item.text(), item.amount())));
            rows.add(row("Total as stated", pack.variation().total()));
            rows.add(row("Sum of the causes", pack.variation().sum()));
        }
        return new Sheet("Variation", List.of("cause", "amount"), rows);
    }

    private static Sheet findings(Pack pack) {
        return new Sheet(
                "Findings",
                List.of(
                        "id",
                        "severity",
                        "subjects",
                        "message",
                        "stated",
                        "computed",
                        "why_published"),
                pack.findings().stream().map(Sheets::finding).toList());
    }

    private static List<Object> finding(PackFinding finding) {
        return row(
                finding.id(),
                finding.severity(),
                String.join("; ", finding.subjects()),
                finding.message(),
                finding.stated(),
                finding.computed(),
                finding.overridden());
    }

    private static Sheet restatements(Pack pack) {
        return new Sheet(
                "Restatements",
                List.of("kpi", "title", "scope", "month", "reported", "restated", "at", "reason"),
                pack.restatements().stream().map(Sheets::restatement).toList());
    }

    private static List<Object> restatement(Restated it) {
        return row(
                it.kpi(),
                it.title(),
                it.scope(),
                it.month(),
                it.reported(),
                it.restated(),
                it.recordedAt(),
                it.reason());
    }

    /** Figures stay figures; everything else becomes its text. */
    private static List<Object> row(Object... cells) {
        List<Object> row = new ArrayList<>();
        for (Object cell : cells) {
            row.add(cell == null || cell instanceof Figure ? cell : cell.toString());
        }
        return row;
    }
}
