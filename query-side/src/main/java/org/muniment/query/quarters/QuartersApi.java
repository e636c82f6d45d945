package org.muniment.query.quarters;

import java.util.List;
import org.muniment.kernel.plan.PlanId;
import org.muniment.query.moment.AsOf;
import org.muniment.query.moment.Moments;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class QuartersApi {
    private final Quarters quarters;
    private final Moments moments;

    QuartersApi(Quarters quarters, Moments moments) {
        this.quarters = quarters;
        this.moments = moments;
    }

    record QuarterList(String plan, AsOf asOf, List<QuarterView> items) {}

    @GetMapping("/api/plans/{plan}/quarters")
    QuarterList quarters(@PathVariable PlanId plan, @RequestParam(required = false) String asOf) {
        AsOf moment = moments.resolve(asOf, "asOf");
        return new QuarterList(plan.value(), moment, quarters.of(plan, moment));
    }
}
