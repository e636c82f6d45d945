package org.muniment.query.changes;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.muniment.query.dashboard.Dashboard;
import org.muniment.query.moment.AsOf;
import org.muniment.query.picture.PlanPicture;

/** What differs between the dashboards of two pictures as at the same cut-off. */
public final class ChangesBetween {
    private ChangesBetween() {}

    /** {@code then} is empty where the plan was not there yet; {@code moment} is that of now. */
    public static List<Change> pictures(
            Optional<PlanPicture> then, PlanPicture now, AsOf moment, LocalDate asAt) {
        return Difference.between(
                then.map(picture -> shown(picture, moment, asAt)).orElseGet(Shown::nothing),
                shown(now, moment, asAt));
    }

    private static Shown shown(PlanPicture picture, AsOf moment, LocalDate asAt) {
        return Shown.of(picture, Dashboard.of(picture, moment, asAt));
    }
}
