package org.muniment.command.kpi;

import static org.muniment.command.kpi.GrantClaims.COMMENT;
import static org.muniment.command.kpi.GrantClaims.JULY;
import static org.muniment.command.kpi.GrantClaims.defined;
import static org.muniment.command.kpi.GrantClaims.fixture;
import static org.muniment.command.kpi.GrantClaims.fixtureFrozenIn;
import static org.muniment.command.kpi.GrantClaims.plain;
import static org.muniment.command.kpi.GrantClaims.recorded;

import java.time.YearMonth;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muniment.command.dispatch.RefusedBy;
import org.muniment.command.plan.BusinessPlan;
import org.muniment.kernel.figures.Status;
import org.muniment.kernel.kpi.KpiCommand.RecordKpiNotMeasured;
import org.muniment.kernel.kpi.KpiEvent.KpiNotMeasuredRecorded;
import org.muniment.kernel.kpi.NotMeasuredReason;
import org.muniment.kernel.snapshot.SnapshotId;

class RecordKpiNotMeasuredTest {
    private final FixtureConfiguration<Kpi> kpi = fixture();

    @ParameterizedTest
    @EnumSource
    void aMonthWithoutAFigureSaysWhy(NotMeasuredReason reason) {
        kpi.given(defined())
                .when(new RecordKpiNotMeasured(GrantClaims.ID, JULY, reason, COMMENT))
                .expectEvents(
                        new KpiNotMeasuredRecorded(
                                GrantClaims.ID, BusinessPlan.ID, JULY, reason, COMMENT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2017-03", "2018-04"})
    void aMonthOutsideThePlansYearIsRefused(String month) {
        kpi.given(defined())
                .when(
                        new RecordKpiNotMeasured(
                                GrantClaims.ID,
                                YearMonth.parse(month),
                                NotMeasuredReason.ANNUAL,
                                null))
                .expectNoEvents()
                .expectException(RefusedBy.rule("outside-financial-year", "month"));
    }

    @Test
    void theFigureOfAFrozenMonthCannotBeTakenBack() {
        fixtureFrozenIn(new SnapshotId("q1"))
                .given(defined(), recorded(plain("100"), Status.GREEN, null, null))
                .when(awaitingData())
                .expectNoEvents()
                .expectException(RefusedBy.rule("quarter-frozen", "month"));
    }

    @Test
    void nothingIsSaidOfAnUnknownKpi() {
        kpi.givenNoPriorActivity()
                .when(awaitingData())
                .expectNoEvents()
                .expectException(AggregateNotFoundException.class);
    }

    @Test
    void theSameReasonSaidTwiceIsRecordedOnce() {
        kpi.given(defined(), awaited())
                .when(awaitingData())
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void anotherReasonForTheSameMonthIsRecorded() {
        kpi.given(defined(), awaited())
                .when(
                        new RecordKpiNotMeasured(
                                GrantClaims.ID, JULY, NotMeasuredReason.NOT_APPLICABLE, null))
                .expectEvents(
                        new KpiNotMeasuredRecorded(
                                GrantClaims.ID,
                                BusinessPlan.ID,
                                JULY,
                                NotMeasuredReason.NOT_APPLICABLE,
                                null));
    }

    @Test
    void itTakesTheMonthsFigureBack() {
        kpi.given(defined(), recorded(plain("100"), Status.GREEN, null, null))
                .when(awaitingData())
                .expectEvents(awaited());
    }

    private static RecordKpiNotMeasured awaitingData() {
        return new RecordKpiNotMeasured(
                GrantClaims.ID, JULY, NotMeasuredReason.AWAITING_DATA, null);
    }

    private static KpiNotMeasuredRecorded awaited() {
        return new KpiNotMeasuredRecorded(
                GrantClaims.ID, BusinessPlan.ID, JULY, NotMeasuredReason.AWAITING_DATA, null);
    }
}
