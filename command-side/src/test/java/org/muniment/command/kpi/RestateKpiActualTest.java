package org.muniment.command.kpi;

import static org.muniment.command.kpi.GrantClaims.ACTION;
import static org.muniment.command.kpi.GrantClaims.COMMENT;
import static org.muniment.command.kpi.GrantClaims.JULY;
import static org.muniment.command.kpi.GrantClaims.defined;
import static org.muniment.command.kpi.GrantClaims.fixture;
import static org.muniment.command.kpi.GrantClaims.fixtureFrozenIn;
import static org.muniment.command.kpi.GrantClaims.plain;
import static org.muniment.command.kpi.GrantClaims.record;
import static org.muniment.command.kpi.GrantClaims.recorded;
import static org.muniment.command.kpi.GrantClaims.twentyOf24;

import java.time.YearMonth;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.muniment.command.dispatch.RefusedBy;
import org.muniment.command.plan.BusinessPlan;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.figures.Judgement;
import org.muniment.kernel.figures.Status;
import org.muniment.kernel.kpi.KpiCommand.RestateKpiActual;
import org.muniment.kernel.kpi.KpiEvent.KpiActualRecorded;
import org.muniment.kernel.kpi.KpiEvent.KpiActualRestated;
import org.muniment.kernel.kpi.KpiEvent.KpiNotMeasuredRecorded;
import org.muniment.kernel.kpi.NotMeasuredReason;
import org.muniment.kernel.snapshot.SnapshotId;
import org.muniment.kernel.words.Narrative;

class RestateKpiActualTest {
    private static final Narrative REASON = new Narrative("Two returns were on time after all");
    private static final KpiActualRecorded TWENTY_OF_24 =
            recorded(twentyOf24("83.33"), Status.RED, COMMENT, ACTION);

    private static final KpiNotMeasuredRecorded AWAITED =
            new KpiNotMeasuredRecorded(
                    GrantClaims.ID, BusinessPlan.ID, JULY, NotMeasuredReason.AWAITING_DATA, null);

    private final FixtureConfiguration<Kpi> kpi = fixture();
    private final FixtureConfiguration<Kpi> frozen = fixtureFrozenIn(new SnapshotId("q1"));

    @Test
    void aRestatementKeepsTheFigureItReplacesBesideTheNewOne() {
        kpi.given(defined(), TWENTY_OF_24)
                .when(restate(JULY, "95.83"))
                .expectEvents(
                        new KpiActualRestated(
                                GrantClaims.ID,
                                BusinessPlan.ID,
                                JULY,
                                Figure.of("83.33"),
                                Figure.of("95.83"),
                                Figure.of("100"),
                                new Judgement(Status.AMBER, "tolerance-5"),
                                REASON));
    }

    @Test
    void aSecondRestatementReplacesTheFirst() {
        kpi.given(defined(), TWENTY_OF_24, restated("83.33", "95.83", Status.AMBER))
                .when(restate(JULY, "91.67"))
                .expectEvents(restated("95.83", "91.67", Status.RED));
    }

    @Test
    void aFigureMayBeRestatedToWhatItWasAtFirst() {
        kpi.given(defined(), TWENTY_OF_24, restated("83.33", "95.83", Status.AMBER))
                .when(restate(JULY, "83.33"))
                .expectEvents(restated("95.83", "83.33", Status.RED));
    }

    @Test
    void printedPlacesMatterSoTheSameValueMayBeRestatedMorePrecisely() {
        kpi.given(defined(), TWENTY_OF_24)
                .when(restate(JULY, "83.3333"))
                .expectEvents(restated("83.33", "83.3333", Status.RED));
    }

    @Test
    void recordingAgainCannotUndoARestatement() {
        kpi.given(defined(), TWENTY_OF_24, restated("83.33", "95.83", Status.AMBER))
                .when(record(twentyOf24("83.33"), COMMENT, ACTION))
                .expectNoEvents()
                .expectException(RefusedBy.rule("figure-restated", "month"));
    }

    @Test
    void aMonthWithoutAFigureHasNothingToRestate() {
        kpi.given(defined(), TWENTY_OF_24)
                .when(restate(YearMonth.of(2017, 6), "95.83"))
                .expectNoEvents()
                .expectException(RefusedBy.rule("nothing-to-restate", "month"));
    }

    @Test
    void aFigureTakenBackCannotBeRestated() {
        kpi.given(defined(), recorded(plain("100"), Status.GREEN, null, null), AWAITED)
                .when(restate(JULY, "95.83"))
                .expectNoEvents()
                .expectException(RefusedBy.rule("nothing-to-restate", "month"));
    }

    @Test
    void aFigureOfAFrozenMonthIsRestatedAsAnyOther() {
        frozen.given(defined(), TWENTY_OF_24)
                .when(restate(JULY, "95.83"))
                .expectEvents(restated("83.33", "95.83", Status.AMBER));
    }

    @Test
    void aFrozenMonthWithoutAFigureIsRestatedAndNothingIsReplaced() {
        frozen.given(defined())
                .when(restate(JULY, "95.83"))
                .expectEvents(restated(null, "95.83", Status.AMBER));
    }

    @Test
    void aFrozenMonthThatWasNotMeasuredIsRestatedAndNothingIsReplaced() {
        frozen.given(defined(), AWAITED)
                .when(restate(JULY, "95.83"))
                .expectEvents(restated(null, "95.83", Status.AMBER));
    }

    @Test
    void theMonthAfterTheFrozenOnesHasNothingToRestate() {
        frozen.given(defined())
                .when(restate(JULY.plusMonths(1), "95.83"))
                .expectNoEvents()
                .expectException(RefusedBy.rule("nothing-to-restate", "month"));
    }

    @Test
    void theFirstFigureOfAFrozenMonthSaidTwiceIsRecordedOnce() {
        frozen.given(defined(), restated(null, "95.83", Status.AMBER))
                .when(restate(JULY, "95.83"))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void nothingIsRestatedOfAnUnknownKpi() {
        kpi.givenNoPriorActivity()
                .when(restate(JULY, "95.83"))
                .expectNoEvents()
                .expectException(AggregateNotFoundException.class);
    }

    @Test
    void theSameRestatementSaidTwiceIsRecordedOnce() {
        kpi.given(defined(), TWENTY_OF_24, restated("83.33", "95.83", Status.AMBER))
                .when(restate(JULY, "95.83"))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    private static RestateKpiActual restate(YearMonth month, String actual) {
        return new RestateKpiActual(GrantClaims.ID, month, Figure.of(actual), REASON);
    }

    private static KpiActualRestated restated(String replaced, String actual, Status status) {
        return new KpiActualRestated(
                GrantClaims.ID,
                BusinessPlan.ID,
                JULY,
                replaced == null ? null : Figure.of(replaced),
                Figure.of(actual),
                Figure.of("100"),
                new Judgement(status, "tolerance-5"),
                REASON);
    }
}
