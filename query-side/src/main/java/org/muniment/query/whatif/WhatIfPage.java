package org.muniment.query.whatif;

import java.time.LocalDate;
import java.util.List;
import org.muniment.kernel.access.Warrant;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.words.Malformed;
import org.muniment.query.page.Complaint;
import org.muniment.query.page.PlanMoment;
import org.muniment.query.page.PlanPages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The same history judged by another tolerance, clearly marked as supposed. */
@Controller
class WhatIfPage {
    private final WhatIfApi suppositions;
    private final PlanPages pages;

    WhatIfPage(WhatIfApi suppositions, PlanPages pages) {
        this.suppositions = suppositions;
        this.pages = pages;
    }

    @GetMapping("/plans/{plan}/what-if")
    String whatIf(
            @PathVariable PlanId plan,
            @RequestParam(required = false) String amberWithinPercent,
            @RequestParam(required = false) String asOf,
            @RequestParam(required = false) LocalDate asAt,
            Warrant warrant,
            Model model) {
        PlanMoment here = pages.open(plan, asOf, asAt, warrant, model);
        model.addAttribute("amberWithinPercent", amberWithinPercent);
        if (amberWithinPercent != null) {
            try {
                Figure percent = Figure.of(amberWithinPercent.strip());
                model.addAttribute(
                        "whatIf", suppositions.suppose(plan, percent, here.asOf(), here.asAt()));
            } catch (Malformed outside) {
                refuse(model, outside.getMessage());
            } catch (IllegalArgumentException noFigure) {
                refuse(model, "must be a number of per cent between 0 and 100, such as 7.5");
            }
        }
        return "what-if";
    }

    private static void refuse(Model model, String message) {
        model.addAttribute(
                "errors", List.of(new Complaint("amberWithinPercent", "The tolerance " + message)));
    }
}
