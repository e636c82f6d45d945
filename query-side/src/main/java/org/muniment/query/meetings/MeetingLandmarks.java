package org.muniment.query.meetings;

import java.util.stream.Stream;
import org.muniment.kernel.access.Warrant;
import org.muniment.kernel.time.London;
import org.muniment.query.moment.AsOf;
import org.muniment.query.page.Landmark;
import org.muniment.query.page.Landmark.Kind;
import org.muniment.query.page.LandmarkSource;
import org.muniment.query.picture.PlanPicture;
import org.springframework.stereotype.Component;

/** The days on which the committee met. */
@Component
class MeetingLandmarks implements LandmarkSource {
    private final ForwardPlans forwardPlans;

    MeetingLandmarks(ForwardPlans forwardPlans) {
        this.forwardPlans = forwardPlans;
    }

    @Override
    public Stream<Landmark> landmarks(PlanPicture plan, AsOf now, Warrant warrant) {
        return forwardPlans.at(plan.adopted().partnership(), now.position()).meetings().stream()
                .flatMap(meeting -> meeting.startsAt().moment().stream())
                .map(London::dayOf)
                .filter(day -> !day.isAfter(now.day()))
                .map(day -> new Landmark(day, Kind.MEETING, "the committee met", null));
    }
}
