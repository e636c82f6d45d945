package org.muniment.query.changes;

import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.words.Malformed;
import org.muniment.query.moment.AsOf;
import org.muniment.query.moment.Moments;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ChangesApi {
    private final ChangesReader reader;
    private final Moments moments;

    ChangesApi(ChangesReader reader, Moments moments) {
        this.reader = reader;
        this.moments = moments;
    }

    @GetMapping("/api/plans/{plan}/changes")
    Changes changes(
            @PathVariable PlanId plan,
            @RequestParam String from,
            @RequestParam(required = false) String to) {
        AsOf start = moments.resolve(from, "from");
        AsOf end = moments.resolve(to, "to");
        if (start.position() > end.position()) {
            throw new Malformed("from", "must not be later than to");
        }
        Shown then = reader.shown(plan, start);
        Shown now = reader.known(plan, end);
        return new Changes(plan.value(), start, end, Difference.between(then, now));
    }
}
