package org.muniment.query.whatif;

import java.time.LocalDate;
import java.util.Objects;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.figures.StatusRule;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.words.Malformed;
import org.muniment.query.journal.Journal;
import org.muniment.query.moment.AsOf;
import org.muniment.query.moment.Moments;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class WhatIfApi {
    private final Journal journal;
    private final Moments moments;

    WhatIfApi(Journal journal, Moments moments) {
        this.journal = journal;
        this.moments = moments;
    }

    /** {@code amberWithinPercent} is how far off its target a figure would still be amber. */
    @GetMapping("/api/plans/{plan}/what-if")
    WhatIf whatIf(
            @PathVariable PlanId plan,
            @RequestParam Figure amberWithinPercent,
            @RequestParam(required = false) String asOf,
            @RequestParam(required = false) LocalDate asAt) {
        return suppose(plan, amberWithinPercent, moments.resolve(asOf, "asOf"), asAt);
    }

    /** {@code asAt} is null for the day of the moment. */
    WhatIf suppose(PlanId plan, Figure amberWithinPercent, AsOf moment, LocalDate asAt) {
        return WhatIf.of(
                journal.knownAt(plan, moment.position()),
                moment,
                Objects.requireNonNullElse(asAt, moment.day()),
                rule(amberWithinPercent));
    }

    private static StatusRule rule(Figure amberWithinPercent) {
        try {
            return new StatusRule(amberWithinPercent);
        } catch (IllegalArgumentException outside) {
            throw new Malformed("amberWithinPercent", outside.getMessage());
        }
    }
}
