package org.muniment.query.replay;

import java.time.LocalDate;
import org.muniment.kernel.access.Warrant;
import org.muniment.kernel.plan.PlanId;
import org.muniment.query.changes.FieldWords;
import org.muniment.query.page.PlanPages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Steps through a plan's history event by event. */
@Controller
class ReplayPage {
    private final Replays replays;
    private final PlanPages pages;

    ReplayPage(Replays replays, PlanPages pages) {
        this.replays = replays;
        this.pages = pages;
    }

    /** A day chosen in the frame takes the place of the position: its last event is shown. */
    @GetMapping("/plans/{plan}/replay")
    String replay(
            @PathVariable PlanId plan,
            @RequestParam(required = false) Long position,
            @RequestParam(required = false) String asOf,
            @RequestParam(required = false) LocalDate asAt,
            Warrant warrant,
            Model model) {
        Long chosen =
                asOf == null || asOf.isBlank()
                        ? position
                        : Long.valueOf(
                                pages.open(plan, asOf, asAt, warrant, model).asOf().position());
        Replay replay = replays.at(plan, chosen, asAt);
        pages.open(plan, "position:" + replay.event().position(), replay.asAt(), warrant, model);
        model.addAttribute("replay", replay);
        model.addAttribute("fields", new FieldWords());
        return "replay";
    }
}
