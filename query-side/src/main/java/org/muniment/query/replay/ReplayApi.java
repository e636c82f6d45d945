package org.muniment.query.replay;

import java.time.LocalDate;
import org.muniment.kernel.plan.PlanId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ReplayApi {
    private final Replays replays;

    ReplayApi(Replays replays) {
        this.replays = replays;
    }

    /** {@code position} is the end unless given: the plan's last event up to it is shown. */
    @GetMapping("/api/plans/{plan}/replay")
    Replay replay(
            @PathVariable PlanId plan,
            @RequestParam(required = false) Long position,
            @RequestParam(required = false) LocalDate asAt) {
        return replays.at(plan, position, asAt);
    }
}
