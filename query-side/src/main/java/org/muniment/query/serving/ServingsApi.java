package org.muniment.query.serving;

import java.util.List;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.serving.Serving;
import org.muniment.query.moment.AsOf;
import org.muniment.query.moment.Moments;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ServingsApi {
    private final ServedLog served;
    private final Moments moments;

    ServingsApi(ServedLog served, Moments moments) {
        this.served = served;
        this.moments = moments;
    }

    record ServedOn(String plan, AsOf asOf, List<Serving> items) {}

    /** Who was given what on a day, up to the moment named. */
    @GetMapping("/api/plans/{plan}/servings")
    ServedOn servings(@PathVariable PlanId plan, @RequestParam(required = false) String on) {
        moments.resolve(null, "on");
        AsOf moment = moments.resolve(on, "on");
        return new ServedOn(plan.value(), moment, served.servingsOn(plan, moment));
    }
}
