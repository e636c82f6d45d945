package org.muniment.query.why;

import java.time.LocalDate;
import org.muniment.query.dashboard.Dashboard;
import org.muniment.query.moment.AsOf;
import org.muniment.query.picture.PlanPicture;

/** What explanations are made from: a plan at a moment, and the dashboard as at a cut-off. */
record Known(PlanPicture picture, Dashboard dashboard) {
    static Known of(PlanPicture picture, AsOf moment, LocalDate asAt) {
        return new Known(picture, Dashboard.of(picture, moment, asAt));
    }

    LocalDate asAt() {
        return dashboard.asAt();
    }
}
