package org.muniment.query.why;

import java.time.LocalDate;
import org.muniment.kernel.access.Warrant;
import org.muniment.kernel.plan.PlanId;
import org.muniment.query.moment.Moments;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class WhyApi {
    private final Explanations explanations;
    private final Moments moments;

    WhyApi(Explanations explanations, Moments moments) {
        this.explanations = explanations;
        this.moments = moments;
    }

    /**
     * {@code figure} is a name such as {@code kpis.grant-claims.status} or {@code kpis.SFS.red}.
     */
    @GetMapping("/api/plans/{plan}/why")
    Why why(
            @PathVariable PlanId plan,
            @RequestParam String figure,
            @RequestParam(required = false) String asOf,
            @RequestParam(required = false) LocalDate asAt,
            Warrant warrant) {
        return explanations.why(plan, figure, moments.resolve(asOf, "asOf"), asAt, warrant);
    }
}
