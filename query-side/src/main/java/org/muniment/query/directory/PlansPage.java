package org.muniment.query.directory;

import java.util.List;
import org.muniment.kernel.access.Warrant;
import org.muniment.query.journal.Directory;
import org.muniment.query.journal.Directory.PlanEntry;
import org.muniment.query.moment.Moments;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.UriComponentsBuilder;

/** The start: the dashboard of the only plan a reader may see, or the choice of plans. */
@Controller
class PlansPage {
    private final Directory directory;
    private final Moments moments;

    PlansPage(Directory directory, Moments moments) {
        this.directory = directory;
        this.moments = moments;
    }

    @GetMapping("/")
    String start(Warrant warrant, Model model) {
        moments.resolve(null, "asOf");
        List<PlanEntry> plans = directory.plansWithin(warrant);
        if (plans.size() == 1) {
            String plan = "/plans/{plan}";
            return "redirect:"
                    + UriComponentsBuilder.fromPath(plan).build(plans.get(0).id()).toString();
        }
        model.addAttribute("plans", plans);
        return "plans";
    }
}
