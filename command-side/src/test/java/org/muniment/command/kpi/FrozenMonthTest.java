package org.muniment.command.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.muniment.command.dispatch.RefusedBy.refusal;
import static org.muniment.command.kpi.GrantClaims.COMMENT;
import static org.muniment.command.kpi.GrantClaims.JULY;
import static org.muniment.command.kpi.GrantClaims.plain;
import static org.muniment.command.snapshot.FirstQuarter.NEXT;
import static org.muniment.command.snapshot.FirstQuarter.confirm;
import static org.muniment.command.snapshot.FirstQuarter.freeze;
import static org.muniment.command.snapshot.FirstQuarter.supersede;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muniment.command.dispatch.CommandSideInMemory;
import org.muniment.command.meeting.SeptemberMeeting;
import org.muniment.command.partnership.ChorleySouthRibble;
import org.muniment.command.plan.BusinessPlan;
import org.muniment.command.snapshot.FirstQuarter;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.figures.Judgement;
import org.muniment.kernel.figures.Status;
import org.muniment.kernel.kpi.KpiCommand.DefineKpi;
import org.muniment.kernel.kpi.KpiCommand.RecordKpiActual;
import org.muniment.kernel.kpi.KpiCommand.RecordKpiNotMeasured;
import org.muniment.kernel.kpi.KpiCommand.RestateKpiActual;
import org.muniment.kernel.kpi.KpiEvent.KpiActualRestated;
import org.muniment.kernel.kpi.KpiId;
import org.muniment.kernel.kpi.NotMeasuredReason;
import org.muniment.kernel.plan.PlanCommand.AdoptPlan;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.words.Refused;

class FrozenMonthTest {
    private static final YearMonth AUGUST = JULY.plusMonths(1);

    private final CommandSideInMemory side =
            CommandSideInMemory.of(
                    ChorleySouthRibble.module(),
                    BusinessPlan.module(),
                    SeptemberMeeting.module(),
                    FirstQuarter.module(),
                    new KpiModule());

    @BeforeEach
    void defineKpi() {
        side.send(ChorleySouthRibble.establish(), BusinessPlan.adopt(), GrantClaims.define());
    }

    @Test
    void whatWasSaidBeforeTheFreezeMayBeSaidAgainToNoEffect() {
        side.send(onTarget(JULY), notMeasured(AUGUST), freeze(), confirm(FirstQuarter.ID));
        int before = side.events().size();

        side.send(onTarget(JULY), notMeasured(AUGUST));

        assertThat(side.events()).hasSize(before);
    }

    @Test
    void afterAConfirmedFreezeTheMonthsItCoversAreNotRecordedOver() {
        side.send(onTarget(JULY), freeze(), confirm(FirstQuarter.ID));

        assertFrozen(new RecordKpiActual(GrantClaims.ID, JULY, plain("99.9"), COMMENT, null));
        assertFrozen(notMeasured(JULY));
        assertFrozen(onTarget(YearMonth.of(2017, 4)));
    }

    @Test
    void anUnconfirmedFreezeClosesNothing() {
        side.send(freeze());

        assertRecorded(onTarget(JULY));
        assertRecorded(notMeasured(JULY));
    }

    @Test
    void aMonthAfterTheCutOffStaysOpen() {
        side.send(freeze(), confirm(FirstQuarter.ID));

        assertRecorded(onTarget(AUGUST));
        assertRecorded(notMeasured(AUGUST));
    }

    @Test
    void aSnapshotWithdrawnBeforeAnybodyWasGivenItOpensItsMonthsAgain() {
        side.send(freeze(), confirm(FirstQuarter.ID), supersede(FirstQuarter.ID, NEXT));

        assertRecorded(onTarget(JULY));
        side.send(freeze(NEXT, FirstQuarter.ID), confirm(NEXT));
        assertThatThrownBy(() -> side.send(notMeasured(JULY)))
                .is(refusal("quarter-frozen", "month"));
    }

    @Test
    void aSnapshotSupersededBeforeItWasConfirmedNeverCloses() {
        side.send(freeze(), supersede(FirstQuarter.ID, NEXT));

        assertRecorded(onTarget(JULY));
    }

    @Test
    void theMonthsOfAnotherPlanStayOpen() {
        PlanId other = new PlanId("bip-other");
        KpiId its = new KpiId("its-grant-claims");
        side.send(
                new AdoptPlan(other, ChorleySouthRibble.ID, BusinessPlan.YEAR, BusinessPlan.TITLE),
                new DefineKpi(its, other, GrantClaims.DEFINITION),
                freeze(),
                confirm(FirstQuarter.ID));

        assertRecorded(new RecordKpiActual(its, JULY, plain("100"), null, null));
    }

    @Test
    void aFigureThatIsMissingFromAFrozenMonthIsRestated() {
        side.send(freeze(), confirm(FirstQuarter.ID));

        side.send(new RestateKpiActual(GrantClaims.ID, JULY, Figure.of("100"), COMMENT));

        assertThat(side.events())
                .last()
                .isEqualTo(
                        new KpiActualRestated(
                                GrantClaims.ID,
                                BusinessPlan.ID,
                                JULY,
                                null,
                                Figure.of("100"),
                                Figure.of("100"),
                                new Judgement(Status.GREEN, "tolerance-5"),
                                COMMENT));
    }

    private void assertFrozen(Object command) {
        List<Object> before = side.events();
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> side.send(command))
                .is(refusal("quarter-frozen", "month"))
                .withMessageContaining("frozen in snapshot q1-2017-18;")
                .returns(
                        Map.of("instead", "/api/kpis/grant-claims/restatements"), Refused::details);
        assertThat(side.events()).isEqualTo(before);
    }

    private void assertRecorded(Object command) {
        int before = side.events().size();
        side.send(command);
        assertThat(side.events()).hasSize(before + 1);
    }

    private static RecordKpiActual onTarget(YearMonth month) {
        return new RecordKpiActual(GrantClaims.ID, month, plain("100"), null, null);
    }

    private static RecordKpiNotMeasured notMeasured(YearMonth month) {
        return new RecordKpiNotMeasured(
                GrantClaims.ID, month, NotMeasuredReason.AWAITING_DATA, null);
    }
}
