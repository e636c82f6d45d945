package org.muniment.query.changes;

import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.words.Malformed;
import org.muniment.query.dashboard.Dashboard;
import org.muniment.query.journal.Journal;
import org.muniment.query.moment.AsOf;
import org.muniment.query.moment.Moments;
import org.muniment.query.picture.PlanPicture;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ChangesApi {
    private final Journal journal;
    private final Moments moments;

    ChangesApi(Journal journal, Moments moments) {
        this.journal = journal;
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
        Shown now = shown(journal.knownAt(plan, end.position()), end);
        Shown then =
                journal.pictureAt(plan, start.position())
                        .map(picture -> shown(picture, start))
                        .orElseGet(Shown::nothing);
        return new Changes(plan.value(), start, end, Difference.between(then, now));
    }

    private static Shown shown(PlanPicture picture, AsOf moment) {
        return Shown.of(picture, Dashboard.of(picture, moment, moment.day()));
    }
}
