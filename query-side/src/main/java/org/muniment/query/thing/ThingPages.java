package org.muniment.query.thing;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.muniment.kernel.access.Warrant;
import org.muniment.kernel.budget.BudgetLineId;
import org.muniment.kernel.kpi.KpiId;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.project.ProjectId;
import org.muniment.query.dashboard.Tables;
import org.muniment.query.journal.Journal;
import org.muniment.query.journal.UnknownThing;
import org.muniment.query.moment.Moments;
import org.muniment.query.pack.PublishedOnly;
import org.muniment.query.page.PlanMoment;
import org.muniment.query.page.PlanPages;
import org.muniment.query.page.chart.TrendChart;
import org.muniment.query.picture.KpiPicture;
import org.muniment.query.picture.PlanPicture;
import org.muniment.query.why.Explanations;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** One thing of a plan as a page: its figures, what became of them, and why they are so. */
@Controller
class ThingPages {
    private final Journal journal;
    private final Moments moments;
    private final PlanPages pages;
    private final Explanations explanations;

    ThingPages(Journal journal, Moments moments, PlanPages pages, Explanations explanations) {
        this.journal = journal;
        this.moments = moments;
        this.pages = pages;
        this.explanations = explanations;
    }

    @GetMapping("/kpis/{kpi}")
    String kpi(
            @PathVariable KpiId kpi,
            @RequestParam(required = false) String asOf,
            @RequestParam(required = false) LocalDate asAt,
            Warrant warrant,
            Model model) {
        PlanMoment here = pages.open(planOf(kpi.toString()), asOf, asAt, warrant, model);
        PlanPicture plan = pictureOf(here);
        KpiPicture picture = known(plan.kpis(), kpi.value(), kpi.toString());
        YearMonth cutOff = YearMonth.from(here.asAt());
        boolean staff = !PublishedOnly.appliesTo(plan.adopted().partnership(), warrant);
        KpiView view = KpiView.of(plan, picture, staff);
        model.addAttribute("kpi", view);
        model.addAttribute(
                "months",
                view.figures().stream().filter(it -> !it.month().isAfter(cutOff)).toList());
        model.addAttribute(
                "row",
                Tables.of(plan, here.asAt()).kpis().rows().stream()
                        .filter(row -> row.id().equals(kpi.value()))
                        .findFirst()
                        .orElseThrow());
        model.addAttribute("chart", TrendChart.of(picture, plan.adopted().financialYear(), cutOff));
        explain(model, here, "kpis." + kpi.value(), warrant);
        return "kpi";
    }

    @GetMapping("/projects/{project}")
    String project(
            @PathVariable ProjectId project,
            @RequestParam(required = false) String asOf,
            @RequestParam(required = false) LocalDate asAt,
            Warrant warrant,
            Model model) {
        PlanMoment here = pages.open(planOf(project.toString()), asOf, asAt, warrant, model);
        PlanPicture plan = pictureOf(here);
        model.addAttribute(
                "project",
                ProjectView.of(plan, known(plan.projects(), project.value(), project.toString())));
        model.addAttribute(
                "row",
                Tables.of(plan, here.asAt()).projects().rows().stream()
                        .filter(row -> row.id().equals(project.value()))
                        .findFirst()
                        .orElseThrow());
        explain(model, here, "projects." + project.value(), warrant);
        return "project";
    }

    @GetMapping("/budget-lines/{line}")
    String budgetLine(
            @PathVariable BudgetLineId line,
            @RequestParam(required = false) String asOf,
            @RequestParam(required = false) LocalDate asAt,
            Warrant warrant,
            Model model) {
        PlanMoment here = pages.open(planOf(line.toString()), asOf, asAt, warrant, model);
        PlanPicture plan = pictureOf(here);
        model.addAttribute(
                "line",
                BudgetLineView.of(plan, known(plan.budgetLines(), line.value(), line.toString())));
        model.addAttribute(
                "row",
                Tables.of(plan, here.asAt()).budget().lines().stream()
                        .filter(row -> row.id().equals(line.value()))
                        .findFirst()
                        .orElseThrow());
        explain(model, here, "budget." + line.value(), warrant);
        return "budget-line";
    }

    private PlanId planOf(String subject) {
        return journal.planOf(subject, moments.resolve(null, "asOf").position()).adopted().plan();
    }

    private PlanPicture pictureOf(PlanMoment here) {
        return journal.knownAt(new PlanId(here.plan().id()), here.asOf().position());
    }

    private static <T> T known(Map<String, T> things, String id, String subject) {
        if (!things.containsKey(id)) {
            throw new UnknownThing(subject);
        }
        return things.get(id);
    }

    private void explain(Model model, PlanMoment here, String figure, Warrant warrant) {
        model.addAttribute(
                "why",
                explanations.why(
                        new PlanId(here.plan().id()), figure, here.asOf(), here.asAt(), warrant));
    }
}
