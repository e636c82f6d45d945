package org.muniment.query.pack;

import java.util.List;
import org.muniment.kernel.plan.PlanId;
import org.muniment.query.journal.Journal;
import org.muniment.query.meetings.ForwardPlan;
import org.muniment.query.meetings.ForwardPlan.PlannedMeeting;
import org.muniment.query.meetings.ForwardPlans;
import org.muniment.query.moment.AsOf;
import org.muniment.query.moment.Moments;
import org.muniment.query.pack.Pack.Restated;
import org.muniment.query.picture.PlanPicture;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The restatement register: what was reported, what it is now, and whom to tell. */
@RestController
class RestatementsApi {
    private final Journal journal;
    private final ForwardPlans forwardPlans;
    private final Moments moments;

    RestatementsApi(Journal journal, ForwardPlans forwardPlans, Moments moments) {
        this.journal = journal;
        this.forwardPlans = forwardPlans;
        this.moments = moments;
    }

    record Register(String plan, AsOf asOf, List<RegisterLine> items) {}

    /** {@code meeting} is the next one after the restatement; absent where none is scheduled. */
    record RegisterLine(Restated restatement, String meeting) {}

    /** {@code meeting} leaves only what is to be told to that meeting. */
    @GetMapping("/api/plans/{plan}/restatements")
    Register restatements(
            @PathVariable PlanId plan,
            @RequestParam(required = false) String asOf,
            @RequestParam(required = false) String meeting) {
        AsOf moment = moments.resolve(asOf, "asOf");
        PlanPicture picture = journal.knownAt(plan, moment.position());
        ForwardPlan meetings = forwardPlans.at(picture.adopted().partnership(), moment.position());
        List<RegisterLine> lines =
                PackMaker.restatements(picture).stream()
                        .map(it -> new RegisterLine(it, next(meetings, it)))
                        .filter(line -> meeting == null || meeting.equals(line.meeting))
                        .toList();
        return new Register(plan.value(), moment, lines);
    }

    private static String next(ForwardPlan meetings, Restated restated) {
        return meetings.next(restated.recordedAt()).map(PlannedMeeting::id).orElse(null);
    }
}
