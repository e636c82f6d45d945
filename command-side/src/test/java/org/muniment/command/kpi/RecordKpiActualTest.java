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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muniment.command.dispatch.MalformedField;
import org.muniment.command.dispatch.RefusedBy;
import org.muniment.command.plan.BusinessPlan;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.figures.Judgement;
import org.muniment.kernel.figures.Status;
import org.muniment.kernel.kpi.KpiCommand.RecordKpiActual;
import org.muniment.kernel.kpi.KpiEvent.KpiActualRecorded;
import org.muniment.kernel.kpi.KpiEvent.KpiNotMeasuredRecorded;
import org.muniment.kernel.kpi.NotMeasuredReason;
import org.muniment.kernel.snapshot.SnapshotId;

class RecordKpiActualTest {
    private final FixtureConfiguration<Kpi> kpi = fixture();

    @Test
    void twentyOf24ReturnsOnTimeAreRedAgainstAHundredPerCent() {
        kpi.given(defined())
                .when(record(twentyOf24("83.33"), COMMENT, ACTION))
                .expectEvents(
                        new KpiActualRecorded(
                                GrantClaims.ID,
                                BusinessPlan.ID,
                                JULY,
                                twentyOf24("83.33"),
                                Figure.of("100"),
                                new Judgement(Status.RED, "tolerance-5"),
                                COMMENT,
                                ACTION));
    }

    @Test
    void aFigureOnTargetNeedsNoWords() {
        kpi.given(defined())
                .when(record(plain("100"), null, null))
                .expectEvents(recorded(plain("100"), Status.GREEN, null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2017-03", "2018-04"})
    void aMonthOutsideThePlansYearIsRefused(String month) {
        kpi.given(defined())
                .when(onTargetIn(month))
                .expectNoEvents()
                .expectException(RefusedBy.rule("outside-financial-year", "month"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2017-04", "2018-03"})
    void theFirstAndTheLastMonthOfTheYearHaveFigures(String month) {
        kpi.given(defined()).when(onTargetIn(month)).expectSuccessfulHandlerExecution();
    }

    @ParameterizedTest
    @ValueSource(strings = {"83", "83.3", "83.3333"})
    void aFigureMayBeTypedWithAnyPlacesOfWhatItsCountsGive(String actual) {
        kpi.given(defined())
                .when(record(twentyOf24(actual), COMMENT, ACTION))
                .expectEvents(recorded(twentyOf24(actual), Status.RED, COMMENT, ACTION));
    }

    @ParameterizedTest
    @ValueSource(strings = {"84", "83.34", "83.30"})
    void aFigureThatItsOwnCountsDoNotGiveIsMalformed(String actual) {
        kpi.given(defined())
                .when(record(twentyOf24(actual), COMMENT, ACTION))
                .expectNoEvents()
                .expectException(MalformedField.named("actual"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2017-04", "2017-07"})
    void aFigureOfAFrozenMonthIsRefused(String month) {
        fixtureFrozenIn(new SnapshotId("q1"))
                .given(defined())
                .when(onTargetIn(month))
                .expectNoEvents()
                .expectException(RefusedBy.rule("quarter-frozen", "month"));
    }

    @Test
    void aFigureOfTheMonthAfterTheFrozenOnesIsRecorded() {
        fixtureFrozenIn(new SnapshotId("q1"))
                .given(defined())
                .when(onTargetIn("2017-08"))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void nothingIsRecordedOfAnUnknownKpi() {
        kpi.givenNoPriorActivity()
                .when(record(plain("100"), null, null))
                .expectNoEvents()
                .expectException(AggregateNotFoundException.class);
    }

    @Test
    void theSameFigureSaidTwiceIsRecordedOnce() {
        kpi.given(defined(), recorded(twentyOf24("83.33"), Status.RED, COMMENT, ACTION))
                .when(record(twentyOf24("83.33"), COMMENT, ACTION))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void theSameFigureWithOtherWordsIsRecordedAgain() {
        kpi.given(defined(), recorded(plain("100"), Status.GREEN, null, null))
                .when(record(plain("100"), COMMENT, null))
                .expectEvents(recorded(plain("100"), Status.GREEN, COMMENT, null));
    }

    @Test
    void theSameFigureOfAnotherMonthIsAnotherFigure() {
        kpi.given(defined(), recorded(plain("100"), Status.GREEN, null, null))
                .when(onTargetIn("2017-08"))
                .expectEvents(
                        new KpiActualRecorded(
                                GrantClaims.ID,
                                BusinessPlan.ID,
                                YearMonth.of(2017, 8),
                                plain("100"),
                                Figure.of("100"),
                                new Judgement(Status.GREEN, "tolerance-5"),
                                null,
                                null));
    }

    @Test
    void aFigureMayFollowOnceTheMonthWasNotMeasured() {
        kpi.given(
                        defined(),
                        recorded(plain("100"), Status.GREEN, null, null),
                        new KpiNotMeasuredRecorded(
                                GrantClaims.ID,
                                BusinessPlan.ID,
                                JULY,
                                NotMeasuredReason.AWAITING_DATA,
                                null))
                .when(record(plain("100"), null, null))
                .expectEvents(recorded(plain("100"), Status.GREEN, null, null));
    }

    private static RecordKpiActual onTargetIn(String month) {
        return new RecordKpiActual(
                GrantClaims.ID, YearMonth.parse(month), plain("100"), null, null);
    }
}
