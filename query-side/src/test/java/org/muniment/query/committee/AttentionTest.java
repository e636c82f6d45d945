package org.muniment.query.committee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muniment.query.picture.PlanExamples.CUT_OFF;
import static org.muniment.query.picture.PlanExamples.JULY;
import static org.muniment.query.picture.PlanExamples.SAS;
import static org.muniment.query.picture.PlanExamples.actual;
import static org.muniment.query.picture.PlanExamples.completed;
import static org.muniment.query.picture.PlanExamples.kpi;
import static org.muniment.query.picture.PlanExamples.picture;
import static org.muniment.query.picture.PlanExamples.progress;
import static org.muniment.query.picture.PlanExamples.project;

import org.junit.jupiter.api.Test;
import org.muniment.kernel.plan.PlanRecord;
import org.muniment.kernel.project.ProgressStatus;
import org.muniment.query.dashboard.Dashboard;
import org.muniment.query.dashboard.KpiRow;
import org.muniment.query.dashboard.ProjectTable.ProjectRow;

class AttentionTest {
    @Test
    void redFiguresComeBeforeAmberOnesAndGreenOnesNotAtAll() {
        Attention attention =
                of(
                        kpi("green", SAS),
                        kpi("amber", SAS),
                        kpi("red", SAS),
                        kpi("silent", SAS),
                        actual("green", JULY, "100"),
                        actual("amber", JULY, "96"),
                        actual("red", JULY, "50"));

        assertThat(attention.kpis()).extracting(KpiRow::id).containsExactly("red", "amber");
    }

    @Test
    void aProjectPastItsFinishIsOverdueWhateverItsStatus() {
        Attention attention =
                of(
                        project("late", "2017-04", "2017-06"),
                        progress("late", CUT_OFF, ProgressStatus.GREEN),
                        project("amber", "2017-04", "2017-12"),
                        progress("amber", CUT_OFF, ProgressStatus.AMBER),
                        project("red", "2017-04", null),
                        progress("red", CUT_OFF, ProgressStatus.RED),
                        project("fine", "2017-04", "2017-07"),
                        progress("fine", CUT_OFF, ProgressStatus.GREEN),
                        project("done", "2017-04", "2017-06"),
                        completed("done", "2017-06-20"));

        assertThat(attention.projects())
                .extracting(ProjectRow::id)
                .containsExactly("red", "amber", "late");
        assertThat(attention.projects())
                .extracting(row -> Attention.isOverdue(row, CUT_OFF))
                .containsExactly(false, false, true);
    }

    @Test
    void errorsComeBeforeWarnings() {
        assertThat(of(project("late", "2017-04", "2017-06")).findings())
                .extracting(finding -> finding.severity().name())
                .contains("ERROR")
                .isSorted();
    }

    @Test
    void wherePlanAndFiguresAreInOrderNothingNeedsAttention() {
        assertThat(of(kpi("green", SAS), actual("green", JULY, "100")).isEmpty()).isTrue();
        assertThat(of(kpi("red", SAS), actual("red", JULY, "1")).isEmpty()).isFalse();
    }

    @Test
    void nothingIsReportedUntilSomethingIsSaidOfAnIndicatorOrAProject() {
        assertThat(Attention.isReported(dashboard(kpi("k", SAS), project("p", "2017-04", null))))
                .isFalse();
        assertThat(Attention.isReported(dashboard(kpi("k", SAS), actual("k", JULY, "100"))))
                .isTrue();
        assertThat(
                        Attention.isReported(
                                dashboard(
                                        project("p", "2017-04", null),
                                        progress("p", CUT_OFF, ProgressStatus.GREEN))))
                .isTrue();
    }

    @Test
    void figuresOfEarlierMonthsThanTheCutOffsAreToldAsOlder() {
        OlderFigures older =
                OlderFigures.of(
                        dashboard(
                                kpi("old", SAS),
                                kpi("new", SAS),
                                kpi("silent", SAS),
                                actual("old", JULY.minusMonths(2), "100"),
                                actual("new", JULY, "100")));
        assertThat(older.months()).containsOnlyKeys("old").containsValue(JULY.minusMonths(2));
        assertThat(older.headline()).hasValue("1 figure is older than July 2017.");
        assertThat(OlderFigures.of(dashboard(kpi("k", SAS))).headline()).isEmpty();
    }

    private static Dashboard dashboard(PlanRecord... events) {
        return Dashboard.of(picture(events), null, CUT_OFF);
    }

    private static Attention of(PlanRecord... events) {
        return Attention.to(dashboard(events));
    }
}
