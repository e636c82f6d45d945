package org.muniment.command.kpi;

import static org.muniment.command.kpi.GrantClaims.ACTION;
import static org.muniment.command.kpi.GrantClaims.COMMENT;
import static org.muniment.command.kpi.GrantClaims.JULY;
import static org.muniment.command.kpi.GrantClaims.annual;
import static org.muniment.command.kpi.GrantClaims.defined;
import static org.muniment.command.kpi.GrantClaims.fixture;
import static org.muniment.command.kpi.GrantClaims.plain;
import static org.muniment.command.kpi.GrantClaims.record;
import static org.muniment.command.kpi.GrantClaims.recorded;
import static org.muniment.command.kpi.GrantClaims.recordedAgainst;

import java.time.YearMonth;
import java.util.List;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.muniment.command.dispatch.RefusedBy;
import org.muniment.command.plan.BusinessPlan;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.figures.Judgement;
import org.muniment.kernel.figures.Status;
import org.muniment.kernel.kpi.KpiCommand.RestateKpiActual;
import org.muniment.kernel.kpi.KpiCommand.ReviseKpiTarget;
import org.muniment.kernel.kpi.KpiEvent.KpiActualRecorded;
import org.muniment.kernel.kpi.KpiEvent.KpiActualRestated;
import org.muniment.kernel.kpi.KpiEvent.KpiTargetRevised;
import org.muniment.kernel.kpi.Profile;
import org.muniment.kernel.kpi.ProfiledTarget;
import org.muniment.kernel.words.Narrative;

class ReviseKpiTargetTest {
    private static final Narrative REASON = new Narrative("Agreed by the committee in June");
    private static final KpiActualRecorded RED_AT_90 =
            recorded(plain("90"), Status.RED, COMMENT, ACTION);

    private final FixtureConfiguration<Kpi> kpi = fixture();

    @Test
    void aTargetIsRevisedWithItsProfileAndItsReason() {
        kpi.given(defined())
                .when(revise("90", from("2017-07", "85")))
                .expectEvents(
                        new KpiTargetRevised(
                                GrantClaims.ID,
                                BusinessPlan.ID,
                                annual("90"),
                                from("2017-07", "85"),
                                REASON));
    }

    @Test
    void aRevisedTargetRepaintsNothingAlreadyRecorded() {
        kpi.given(defined(), RED_AT_90)
                .when(revise("90", Profile.NONE))
                .expectEvents(revised("90", Profile.NONE));
    }

    @Test
    void aRevisedTargetJudgesTheFiguresRecordedAfterIt() {
        kpi.given(defined(), revised("90", Profile.NONE))
                .when(record(plain("90"), null, null))
                .expectEvents(recordedAgainst("90", plain("90"), Status.GREEN, null, null));
    }

    @Test
    void aRevisedProfileJudgesTheFiguresRecordedAfterIt() {
        kpi.given(defined(), revised("90", from("2017-07", "85")))
                .when(record(plain("85"), null, null))
                .expectEvents(recordedAgainst("85", plain("85"), Status.GREEN, null, null));
    }

    @Test
    void aRestatementIsJudgedByTheTargetInForceWhenItIsMade() {
        kpi.given(defined(), RED_AT_90, revised("90", Profile.NONE))
                .when(new RestateKpiActual(GrantClaims.ID, JULY, Figure.of("91"), REASON))
                .expectEvents(
                        new KpiActualRestated(
                                GrantClaims.ID,
                                BusinessPlan.ID,
                                JULY,
                                Figure.of("90"),
                                Figure.of("91"),
                                Figure.of("90"),
                                new Judgement(Status.GREEN, "tolerance-5"),
                                REASON));
    }

    @Test
    void aProfileThatLeavesTheYearIsRefused() {
        kpi.given(defined())
                .when(revise("90", from("2017-03", "85")))
                .expectNoEvents()
                .expectException(RefusedBy.rule("outside-financial-year", "profile"));
    }

    @Test
    void nothingIsRevisedOfAnUnknownKpi() {
        kpi.givenNoPriorActivity()
                .when(revise("90", Profile.NONE))
                .expectNoEvents()
                .expectException(AggregateNotFoundException.class);
    }

    @Test
    void theSameTargetSaidTwiceIsRevisedOnce() {
        kpi.given(defined(), revised("90", from("2017-07", "85")))
                .when(revise("90", from("2017-07", "85")))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void revisingToTheTargetItWasDefinedWithChangesNothing() {
        kpi.given(defined()).when(revise("100", Profile.NONE)).expectNoEvents();
    }

    private static Profile from(String month, String target) {
        return new Profile(List.of(new ProfiledTarget(YearMonth.parse(month), Figure.of(target))));
    }

    private static ReviseKpiTarget revise(String target, Profile profile) {
        return new ReviseKpiTarget(GrantClaims.ID, annual(target), profile, REASON);
    }

    private static KpiTargetRevised revised(String target, Profile profile) {
        return new KpiTargetRevised(
                GrantClaims.ID, BusinessPlan.ID, annual(target), profile, REASON);
    }
}
