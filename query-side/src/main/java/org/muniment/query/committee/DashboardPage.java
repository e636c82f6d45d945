package org.muniment.query.committee;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.muniment.kernel.access.Warrant;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.serving.ServedForm;
import org.muniment.query.dashboard.Dashboard;
import org.muniment.query.dashboard.KpiRow;
import org.muniment.query.dashboard.ProjectTable.ProjectRow;
import org.muniment.query.dashboard.VariationTable;
import org.muniment.query.journal.Journal;
import org.muniment.query.page.PlanMoment;
import org.muniment.query.page.PlanPages;
import org.muniment.query.page.chart.TrendChart;
import org.muniment.query.picture.PlanPicture;
import org.muniment.query.picture.SnapshotPicture;
import org.muniment.query.serving.Served;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The committee's dashboard, and the trends of all its indicators. */
@Controller
class DashboardPage {
    private final Journal journal;
    private final PlanPages pages;

    DashboardPage(Journal journal, PlanPages pages) {
        this.journal = journal;
        this.pages = pages;
    }

    @GetMapping("/plans/{plan}")
    String dashboard(
            @PathVariable PlanId plan,
            @RequestParam(required = false) String asOf,
            @RequestParam(required = false) LocalDate asAt,
            Warrant warrant,
            Model model) {
        PlanMoment here = pages.open(plan, asOf, asAt, warrant, model);
        PlanPicture picture = journal.knownAt(plan, here.asOf().position());
        Dashboard dashboard = Dashboard.of(picture, here.asOf(), here.asAt());
        Served.note(plan, null, ServedForm.HTML, here.asOf().position());
        Attention attention = Attention.to(dashboard);
        model.addAttribute("dashboard", dashboard);
        model.addAttribute("services", picture.adopted().terms().services());
        model.addAttribute("appendixOne", projects(picture, dashboard));
        model.addAttribute("appendixTwo", kpis(picture, dashboard));
        OlderFigures older = OlderFigures.of(dashboard);
        model.addAttribute("older", older);
        model.addAttribute(
                "headlines",
                Stream.concat(Headlines.of(dashboard.tables()).stream(), older.headline().stream())
                        .toList());
        model.addAttribute("reported", Attention.isReported(dashboard));
        model.addAttribute("attention", attention);
        model.addAttribute("trends", trends(attention.kpis(), picture, dashboard));
        model.addAttribute("summaries", Summaries.of(picture, dashboard.tables()));
        model.addAttribute("variances", Charts.variances(dashboard.tables().budget()));
        model.addAttribute("variation", VariationTable.of(picture, here.asAt()).orElse(null));
        model.addAttribute("packs", newestFirst(picture.snapshotsInForce()));
        return "dashboard";
    }

    @GetMapping("/plans/{plan}/trends")
    String trends(
            @PathVariable PlanId plan,
            @RequestParam(required = false) String asOf,
            @RequestParam(required = false) LocalDate asAt,
            Warrant warrant,
            Model model) {
        PlanMoment here = pages.open(plan, asOf, asAt, warrant, model);
        PlanPicture picture = journal.knownAt(plan, here.asOf().position());
        Dashboard dashboard = Dashboard.of(picture, here.asOf(), here.asAt());
        List<KpiRow> rows = dashboard.tables().kpis().rows();
        model.addAttribute("appendixTwo", kpis(picture, dashboard));
        model.addAttribute("trends", trends(rows, picture, dashboard));
        return "trends";
    }

    private static List<SnapshotPicture> newestFirst(List<SnapshotPicture> packs) {
        return packs.stream()
                .sorted(Comparator.comparing(SnapshotPicture::asAt).reversed())
                .toList();
    }

    private static Appendix<ProjectRow> projects(PlanPicture picture, Dashboard dashboard) {
        return Appendix.of(
                picture.adopted().terms().services(),
                dashboard.tables().projects().rows(),
                ProjectRow::service,
                ProjectRow::section);
    }

    private static Appendix<KpiRow> kpis(PlanPicture picture, Dashboard dashboard) {
        return Appendix.of(
                picture.adopted().terms().services(),
                dashboard.tables().kpis().rows(),
                KpiRow::service,
                KpiRow::section);
    }

    private static Map<String, TrendChart> trends(
            List<KpiRow> rows, PlanPicture picture, Dashboard dashboard) {
        return rows.stream()
                .collect(
                        Collectors.toMap(KpiRow::id, row -> Charts.trend(row, picture, dashboard)));
    }
}
