package org.muniment.query.dashboard;

import java.time.LocalDate;
import java.util.List;
import org.muniment.kernel.access.Warrant;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.serving.ServedForm;
import org.muniment.query.journal.Directory;
import org.muniment.query.journal.Directory.PlanEntry;
import org.muniment.query.journal.UnknownThing;
import org.muniment.query.moment.Moments;
import org.muniment.query.serving.Served;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The dashboard as a page, for the first plan unless another is asked for. */
@Controller
class DashboardPage {
    private final Dashboards dashboards;
    private final Directory directory;
    private final Moments moments;

    DashboardPage(Dashboards dashboards, Directory directory, Moments moments) {
        this.dashboards = dashboards;
        this.directory = directory;
        this.moments = moments;
    }

    @GetMapping("/")
    String show(
            @RequestParam(required = false) PlanId plan,
            @RequestParam(required = false) String asOf,
            @RequestParam(required = false) LocalDate asAt,
            Warrant warrant,
            Model model) {
        moments.resolve(null, "asOf");
        List<PlanEntry> plans = directory.plansWithin(warrant);
        model.addAttribute("plans", plans);
        model.addAttribute("printed", new Printed());
        if (plan != null || !plans.isEmpty()) {
            PlanId shown = plan == null ? new PlanId(plans.get(0).id()) : plan;
            requireAmong(plans, shown);
            Dashboard dashboard = dashboards.of(shown, asOf, asAt);
            Served.note(shown, null, ServedForm.HTML, dashboard.asOf().position());
            model.addAttribute("dashboard", dashboard);
            model.addAttribute("packs", dashboards.packsInForce(shown, dashboard.asOf()));
        }
        model.addAttribute("asOf", asOf);
        return "dashboard";
    }

    private static void requireAmong(List<PlanEntry> plans, PlanId shown) {
        if (plans.stream().noneMatch(plan -> plan.id().equals(shown.value()))) {
            throw new UnknownThing(shown.toString());
        }
    }
}
