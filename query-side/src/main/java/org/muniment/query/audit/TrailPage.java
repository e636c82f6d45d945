package org.muniment.query.audit;

import java.time.LocalDate;
import java.util.List;
import org.muniment.kernel.access.Warrant;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.words.Malformed;
import org.muniment.query.audit.Trail.Search;
import org.muniment.query.page.PlanMoment;
import org.muniment.query.page.PlanPages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The trail of a plan, searched; what is looked for stands in the address. */
@Controller
class TrailPage {
    private static final int SHOWN = 50;

    private final Trail trail;
    private final PlanPages pages;
    private final LeafHashes leaves;

    TrailPage(Trail trail, PlanPages pages, LeafHashes leaves) {
        this.trail = trail;
        this.pages = pages;
        this.leaves = leaves;
    }

    /** What is wrong with a field of the page's form. */
    record FieldError(String field, String message) {}

    @GetMapping("/plans/{plan}/trail")
    String trail(
            @PathVariable PlanId plan,
            @ModelAttribute("search") Search search,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(required = false) String asOf,
            @RequestParam(required = false) LocalDate asAt,
            Warrant warrant,
            Model model) {
        PlanMoment here = pages.open(plan, asOf, asAt, warrant, model);
        model.addAttribute("types", Trail.TYPES);
        model.addAttribute("after", Math.max(0, after));
        try {
            model.addAttribute(
                    "trail",
                    EventPage.of(
                            trail.find(
                                    plan,
                                    search,
                                    Math.max(0, after),
                                    here.asOf().position(),
                                    SHOWN),
                            leaves));
        } catch (Malformed wrong) {
            model.addAttribute(
                    "errors",
                    List.of(
                            new FieldError(
                                    wrong.field(),
                                    "“%s” %s".formatted(wrong.field(), wrong.getMessage()))));
        }
        return "trail";
    }
}
