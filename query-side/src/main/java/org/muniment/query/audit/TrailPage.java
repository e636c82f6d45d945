package org.muniment.query.audit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.muniment.kernel.access.Warrant;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.words.Malformed;
import org.muniment.query.audit.Trail.Search;
import org.muniment.query.page.Complaint;
import org.muniment.query.page.PlanMoment;
import org.muniment.query.page.PlanPages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

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
        model.addAttribute(
                "file", address("/api/plans/{plan}/events.csv", plan, search, null, after));
        try {
            EventPage found =
                    EventPage.of(
                            trail.find(
                                    plan,
                                    search,
                                    Math.max(0, after),
                                    here.asOf().position(),
                                    SHOWN),
                            leaves);
            model.addAttribute("trail", found);
            if (found.next() != null) {
                model.addAttribute(
                        "further",
                        address("/plans/{plan}/trail", plan, search, here.asked(), found.next()));
            }
        } catch (Malformed wrong) {
            model.addAttribute(
                    "errors",
                    List.of(
                            new Complaint(
                                    wrong.field(),
                                    "“%s” %s".formatted(wrong.field(), wrong.getMessage()))));
        }
        return "trail";
    }

    /** What is not looked for is left out. */
    private static String address(
            String path, PlanId plan, Search search, String asOf, long after) {
        return UriComponentsBuilder.fromPath(path)
                .queryParamIfPresent("by", Optional.ofNullable(search.filter().by()))
                .queryParamIfPresent("thing", Optional.ofNullable(search.filter().thing()))
                .queryParamIfPresent("type", Optional.ofNullable(search.filter().type()))
                .queryParamIfPresent("from", Optional.ofNullable(search.from()))
                .queryParamIfPresent("to", Optional.ofNullable(search.to()))
                .queryParamIfPresent("asOf", Optional.ofNullable(asOf))
                .queryParamIfPresent("after", Optional.of(after).filter(it -> it > 0))
                .encode()
                .buildAndExpand(plan.value())
                .toUriString();
    }
}
