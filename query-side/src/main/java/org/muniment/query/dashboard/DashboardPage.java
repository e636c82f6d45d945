package org.muniment.query.dashboard;

import java.time.LocalDate;
import org.muniment.kernel.access.Warrant;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.serving.ServedForm;
import org.muniment.query.page.PlanMoment;
import org.muniment.query.page.PlanPages;
import org.muniment.query.serving.Served;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The dashboard as a page. */
@Controller
class DashboardPage {
    private final Dashboards dashboards;
    private final PlanPages pages;

    DashboardPage(Dashboards dashboards, PlanPages pages) {
        this.dashboards = dashboards;
        this.pages = pages;
    }

    @GetMapping("/plans/{plan}")
    String show(
            @PathVariable PlanId plan,
            @RequestParam(required = false) String asOf,
            @RequestParam(required = false) LocalDate asAt,
            Warrant warrant,
            Model model) {
        PlanMoment here = pages.open(plan, asOf, asAt, warrant, model);
        Dashboard dashboard = dashboards.of(plan, here.asOf(), here.asAt());
        Served.note(plan, null, ServedForm.HTML, dashboard.asOf().position());
        model.addAttribute("dashboard", dashboard);
        model.addAttribute("packs", dashboards.packsInForce(plan, dashboard.asOf()));
        return "dashboard";
    }
}
