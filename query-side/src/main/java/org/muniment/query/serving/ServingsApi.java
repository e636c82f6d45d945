package org.muniment.query.serving;

import java.util.List;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.serving.Serving;
import org.muniment.kernel.words.Malformed;
import org.muniment.query.journal.Journal;
import org.muniment.query.journal.UnknownThing;
import org.muniment.query.moment.AsOf;
import org.muniment.query.moment.Moments;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ServingsApi {
    private static final int MOST = 1000;

    private final ServedLog served;
    private final Journal journal;
    private final Moments moments;

    ServingsApi(ServedLog served, Journal journal, Moments moments) {
        this.served = served;
        this.journal = journal;
        this.moments = moments;
    }

    /** {@code next} is where to go on; absent where this page ends the day. */
    record ServedOn(String plan, AsOf asOf, List<Serving> items, Integer next) {}

    /** Who was given what on a day, up to the moment named; {@code from} counts from 0. */
    @GetMapping("/api/plans/{plan}/servings")
    ServedOn servings(
            @PathVariable PlanId plan,
            @RequestParam(required = false) String on,
            @RequestParam(defaultValue = "0") int from,
            @RequestParam(defaultValue = "1000") int limit) {
        if (from < 0) {
            throw new Malformed("from", "must be 0 or more");
        }
        if (limit < 1 || limit > MOST) {
            throw new Malformed("limit", "must lie between 1 and " + MOST);
        }
        AsOf now = moments.resolve(null, "on");
        if (journal.pictureAt(plan, now.position()).isEmpty()) {
            throw new UnknownThing(plan.toString());
        }
        AsOf moment = moments.resolve(on, "on");
        List<Serving> all = served.servingsOn(plan, moment);
        List<Serving> page = all.stream().skip(from).limit(limit).toList();
        Integer next = from + page.size() < all.size() ? from + page.size() : null;
        return new ServedOn(plan.value(), moment, page, next);
    }
}
