package org.muniment.query.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muniment.query.picture.PlanExamples.CUT_OFF;
import static org.muniment.query.picture.PlanExamples.JULY;
import static org.muniment.query.picture.PlanExamples.SAS;
import static org.muniment.query.picture.PlanExamples.actual;
import static org.muniment.query.picture.PlanExamples.completed;
import static org.muniment.query.picture.PlanExamples.kpi;
import static org.muniment.query.picture.PlanExamples.logged;
import static org.muniment.query.picture.PlanExamples.picture;
import static org.muniment.query.picture.PlanExamples.project;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.muniment.kernel.plan.PlanRecord;
import org.muniment.query.dashboard.Dashboard;
import org.muniment.query.picture.PlanPicture;

class DifferenceTest {
    private static final PlanPicture BEFORE =
            picture(kpi("k", SAS), actual("k", JULY, "95"), project("p", "2018-04", null));

    @Test
    void nothingChangedIsNoChanges() {
        assertThat(Difference.between(shown(BEFORE), shown(BEFORE))).isEmpty();
    }

    @Test
    void aChangedFigureIsShownWithItsOldAndNewValue() {
        assertThat(after(actual("k", JULY, "100")))
                .containsExactlyInAnyOrder(
                        new Change("kpi", "k", "Planned time used", "actual", "95", "100"),
                        new Change("kpi", "k", "Planned time used", "status", "AMBER", "GREEN"),
                        new Change("kpi", "k", "Planned time used", "comment", "Why", null));
    }

    @Test
    void aNewThingIsAddedAndANewFindingToo() {
        assertThat(after(project("new", "2017-04", "2017-12")))
                .containsExactly(
                        new Change("project", "new", "Project new", "added", null, "Project new"));
        assertThat(after(completed("p", "2017-07-20")))
                .anySatisfy(
                        change -> {
                            assertThat(change.kind()).isEqualTo("finding");
                            assertThat(change.field()).isEqualTo("added");
                            assertThat(change.subject()).isEqualTo("completed-before-start p");
                        });
    }

    @Test
    void fromBeforeThePlanEverythingIsAdded() {
        assertThat(Difference.between(Shown.nothing(), shown(BEFORE)))
                .extracting(Change::field)
                .containsOnly("added");
        assertThat(Difference.between(shown(BEFORE), Shown.nothing()))
                .extracting(Change::field)
                .containsOnly("removed");
    }

    private static List<Change> after(PlanRecord event) {
        return Difference.between(shown(BEFORE), shown(BEFORE.after(logged(9, event))));
    }

    private static Shown shown(PlanPicture picture) {
        return Shown.of(picture, Dashboard.of(picture, null, CUT_OFF));
    }
}
