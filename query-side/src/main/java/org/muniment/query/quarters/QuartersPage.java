package org.muniment.query.quarters;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muniment.kernel.access.Warrant;
import org.muniment.kernel.findings.Finding;
import org.muniment.kernel.findings.FindingKind;
import org.muniment.kernel.plan.PlanId;
import org.muniment.query.journal.Journal;
import org.muniment.query.page.PlanMoment;
import org.muniment.query.page.PlanPages;
import org.muniment.query.picture.PlanPicture;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The quarters for the secretariat: what comes next, what stands in its way, where it is mended.
 */
@Controller
class QuartersPage {
    private final PlanPages pages;
    private final Quarters quarters;
    private final Journal journal;

    QuartersPage(PlanPages pages, Quarters quarters, Journal journal) {
        this.pages = pages;
        this.quarters = quarters;
        this.journal = journal;
    }

    /** What stands in the way in one manner: said once, then everything it is true of. */
    public record Obstacle(FindingKind kind, List<Instance> instances) {}

    public record Instance(String message, List<Mending> mendings) {}

    @GetMapping("/plans/{plan}/quarters")
    String show(
            @PathVariable PlanId plan,
            @RequestParam(required = false) String asOf,
            @RequestParam(required = false) LocalDate asAt,
            Warrant warrant,
            Model model) {
        PlanMoment here = pages.open(plan, asOf, asAt, warrant, model);
        PlanPicture picture = journal.knownAt(plan, here.asOf().position());
        model.addAttribute("quarters", quarters.of(plan, here.asOf()));
        model.addAttribute("obstacles", new Obstacles(picture));
        return "quarters";
    }

    /** For the template: findings by their kind, in the order of kinds. */
    public record Obstacles(PlanPicture plan) {
        public List<Obstacle> of(List<Finding> findings) {
            Map<FindingKind, List<Instance>> byKind = new LinkedHashMap<>();
            for (Finding finding : findings) {
                byKind.computeIfAbsent(FindingKind.of(finding.id()), kind -> new ArrayList<>())
                        .add(new Instance(finding.message(), Mending.of(finding, plan)));
            }
            return byKind.entrySet().stream()
                    .map(entry -> new Obstacle(entry.getKey(), entry.getValue()))
                    .toList();
        }
    }
}
