package org.muniment.query.quarters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muniment.query.picture.PlanExamples.SAS;
import static org.muniment.query.picture.PlanExamples.actual;
import static org.muniment.query.picture.PlanExamples.confirmed;
import static org.muniment.query.picture.PlanExamples.frozen;
import static org.muniment.query.picture.PlanExamples.kpi;
import static org.muniment.query.picture.PlanExamples.picture;
import static org.muniment.query.picture.PlanExamples.project;
import static org.muniment.query.picture.PlanExamples.published;
import static org.muniment.query.picture.PlanExamples.superseded;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.muniment.kernel.findings.Finding;
import org.muniment.kernel.kpi.Cadence;
import org.muniment.kernel.plan.PlanRecord;
import org.muniment.kernel.time.Quarter;
import org.muniment.query.pack.SnapshotView;
import org.muniment.query.picture.PlanPicture;
import org.muniment.query.quarters.QuarterView.Stage;

class QuarterViewTest {
    private static final LocalDate IN_JUNE = LocalDate.of(2017, 6, 30);
    private static final LocalDate IN_JULY = LocalDate.of(2017, 7, 1);
    private static final YearMonth JUNE = YearMonth.of(2017, 6);

    @Test
    void aQuarterThatHasNotBegunLacksNothing() {
        QuarterView ahead = view(Quarter.Q2, IN_JUNE, kpi("plans", SAS));

        assertThat(ahead.stage()).isEqualTo(Stage.AHEAD);
        assertThat(ahead.blocking()).isEmpty();
        assertThat(ahead.toBeFrozen()).isFalse();
    }

    @Test
    void aQuarterIsOpenWhileSomethingStandsInItsWay() {
        QuarterView open = view(Quarter.Q1, IN_JULY, kpi("plans", SAS));

        assertThat(open.stage()).isEqualTo(Stage.OPEN);
        assertThat(open.blocking()).extracting(Finding::id).containsExactly("missing-actual");
        assertThat(open.missing()).isEqualTo(1);
        assertThat(open.toBeFrozen()).isTrue();
    }

    @Test
    void whileAQuarterRunsOnlyWhatIsDueByNowIsWaitedFor() {
        assertThat(view(Quarter.Q1, IN_JUNE, kpi("plans", Cadence.QUARTERLY)).blocking()).isEmpty();
        assertThat(view(Quarter.Q1, IN_JULY, kpi("plans", Cadence.QUARTERLY)).missing())
                .isEqualTo(1);
        assertThat(view(Quarter.Q2, IN_JULY, project("p", "2017-04", "2017-08")).blocking())
                .as("its finish is in the quarter, and has not come")
                .isEmpty();
    }

    @Test
    void itIsReadyTheDayAfterItsEndAndNotBefore() {
        PlanRecord[] complete = {kpi("plans", SAS), actual("plans", JUNE, "100")};

        assertThat(view(Quarter.Q1, IN_JUNE, complete).stage()).isEqualTo(Stage.OPEN);
        assertThat(view(Quarter.Q1, IN_JUNE, complete).toBeFrozen()).isFalse();
        assertThat(view(Quarter.Q1, IN_JULY, complete).stage()).isEqualTo(Stage.READY);
        assertThat(view(Quarter.Q1, IN_JULY, complete).notSignedOff()).isEqualTo(1);
    }

    @Test
    void fromTheFreezeOnItIsWhereItsLastPackIs() {
        List<PlanRecord> life =
                List.of(
                        kpi("plans", SAS),
                        frozen("q1", 2),
                        confirmed("q1"),
                        published("q1", "september"),
                        superseded("q1", "q1-again"));

        assertThat(List.of(2, 3, 4, 5))
                .extracting(events -> view(Quarter.Q1, IN_JULY, life.subList(0, events)).stage())
                .containsExactly(Stage.FROZEN, Stage.CONFIRMED, Stage.PUBLISHED, Stage.SUPERSEDED);
        assertThat(view(Quarter.Q1, IN_JULY, life.subList(0, 4)).blocking())
                .as("nothing is to be frozen, so nothing stands in the way")
                .isEmpty();
        assertThat(view(Quarter.Q1, IN_JULY, life).blocking()).isNotEmpty();
        assertThat(view(Quarter.Q1, IN_JULY, life).toBeFrozen()).isTrue();
    }

    private static QuarterView view(Quarter quarter, LocalDate today, List<PlanRecord> events) {
        return view(quarter, today, events.toArray(PlanRecord[]::new));
    }

    private static QuarterView view(Quarter quarter, LocalDate today, PlanRecord... events) {
        PlanPicture plan = picture(events);
        return QuarterView.of(
                quarter,
                plan,
                plan.snapshots().values().stream()
                        .map(snapshot -> SnapshotView.of(plan, snapshot, plan))
                        .toList(),
                today);
    }
}
