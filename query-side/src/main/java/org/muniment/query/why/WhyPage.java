package org.muniment.query.why;

import java.time.LocalDate;
import org.muniment.kernel.access.Warrant;
import org.muniment.kernel.plan.PlanId;
import org.muniment.query.page.PlanMoment;
import org.muniment.query.page.PlanPages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The explanation of one figure, for those that have no page of their own. */
@Controller
class WhyPage {
    private final Explanations explanations;
    private final PlanPages pages;

    WhyPage(Explanations explanations, PlanPages pages) {
        this.explanations = explanations;
        this.pages = pages;
    }

    @GetMapping("/plans/{plan}/why")
    String why(
            @PathVariable PlanId plan,
            @RequestParam String figure,
            @RequestParam(required = false) String asOf,
            @RequestParam(required = false) LocalDate asAt,
            Warrant warrant,
            Model model) {
        PlanMoment here = pages.open(plan, asOf, asAt, warrant, model);
        model.addAttribute(
                "why", explanations.why(plan, figure, here.asOf(), here.asAt(), warrant));
        return "why";
    }
}
