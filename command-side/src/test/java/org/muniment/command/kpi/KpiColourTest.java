package org.muniment.command.kpi;

import static org.muniment.command.kpi.GrantClaims.ACTION;
import static org.muniment.command.kpi.GrantClaims.COMMENT;
import static org.muniment.command.kpi.GrantClaims.JULY;
import static org.muniment.command.kpi.GrantClaims.annual;
import static org.muniment.command.kpi.GrantClaims.defined;
import static org.muniment.command.kpi.GrantClaims.definition;
import static org.muniment.command.kpi.GrantClaims.fixture;
import static org.muniment.command.kpi.GrantClaims.plain;
import static org.muniment.command.kpi.GrantClaims.record;
import static org.muniment.command.kpi.GrantClaims.recorded;
import static org.muniment.command.kpi.GrantClaims.recordedAgainst;

import java.time.YearMonth;
import java.util.List;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.muniment.command.dispatch.RefusedBy;
import org.muniment.command.plan.BusinessPlan;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.figures.Judgement;
import org.muniment.kernel.figures.Polarity;
import org.muniment.kernel.figures.Status;
import org.muniment.kernel.kpi.AnnualTarget;
import org.muniment.kernel.kpi.KpiDefinition;
import org.muniment.kernel.kpi.KpiEvent.KpiActualRecorded;
import org.muniment.kernel.kpi.Profile;
import org.muniment.kernel.kpi.ProfiledTarget;
import org.muniment.kernel.words.Title;

class KpiColourTest {
    private final FixtureConfiguration<Kpi> kpi = fixture();

    @Test
    void exactlyFivePerCentOffTargetIsAmberAndNeedsAComment() {
        kpi.given(defined())
                .when(record(plain("95.00"), null, ACTION))
                .expectNoEvents()
                .expectException(RefusedBy.rule("commentary-required", "comment"));
    }

    @Test
    void exactlyFivePerCentOffTargetNeedsNoAction() {
        kpi.given(defined())
                .when(record(plain("95.00"), COMMENT, null))
                .expectEvents(recorded(plain("95.00"), Status.AMBER, COMMENT, null));
    }

    @Test
    void furtherOffIsRedAndNeedsAComment() {
        kpi.given(defined())
                .when(record(plain("94.99"), null, ACTION))
                .expectNoEvents()
                .expectException(RefusedBy.rule("commentary-required", "comment"));
    }

    @Test
    void furtherOffIsRedAndNeedsAnAction() {
        kpi.given(defined())
                .when(record(plain("94.99"), COMMENT, null))
                .expectNoEvents()
                .expectException(RefusedBy.rule("action-required", "proposedAction"));
    }

    @Test
    void furtherOffWithCommentAndActionIsRecordedRed() {
        kpi.given(defined())
                .when(record(plain("94.99"), COMMENT, ACTION))
                .expectEvents(recorded(plain("94.99"), Status.RED, COMMENT, ACTION));
    }

    @Test
    void fivePerCentAreCountedOfTheTargetNotInPoints() {
        kpi.given(defined(definition(Polarity.HIGHER_IS_BETTER, null, "99")))
                .when(record(plain("94.04"), COMMENT, ACTION))
                .expectEvents(recordedAgainst("99", plain("94.04"), Status.RED, COMMENT, ACTION));
    }

    @Test
    void lessIsGreenWhereLowerIsBetter() {
        kpi.given(defined(definition(Polarity.LOWER_IS_BETTER, null, "10")))
                .when(record(plain("9.5"), null, null))
                .expectEvents(recordedAgainst("10", plain("9.5"), Status.GREEN, null, null));
    }

    @Test
    void aVariationInsideItsBandIsGreenWhicheverItsSign() {
        kpi.given(defined(definition(Polarity.WITHIN_BAND, "5", "0")))
                .when(record(plain("-1.25"), null, null))
                .expectEvents(actual("-1.25", Figure.of("0"), Status.GREEN, "tolerance-5-band"));
    }

    @Test
    void aKpiWithoutATargetHasNoColour() {
        kpi.given(defined(definition(Polarity.HIGHER_IS_BETTER, null, null)))
                .when(record(plain("0"), null, null))
                .expectEvents(actual("0", null, Status.NOT_APPLICABLE, "no-target"));
    }

    @Test
    void aTargetInWordsAloneGivesNoColour() {
        AnnualTarget words = new AnnualTarget(null, new Title("Outperform LIBID by 15%"), null);
        kpi.given(defined(GrantClaims.DEFINITION.against(words, Profile.NONE)))
                .when(record(plain("0.48"), null, null))
                .expectEvents(actual("0.48", null, Status.NOT_APPLICABLE, "no-target"));
    }

    @Test
    void theProfileOfTheMonthCountsNotTheTargetForTheYear() {
        kpi.given(defined(plannedTimeUtilised()))
                .when(record(plain("30"), null, null))
                .expectEvents(recordedAgainst("30", plain("30"), Status.GREEN, null, null));
    }

    private static KpiDefinition plannedTimeUtilised() {
        return GrantClaims.DEFINITION.against(
                annual("90"),
                new Profile(
                        List.of(
                                new ProfiledTarget(YearMonth.of(2017, 6), Figure.of("30")),
                                new ProfiledTarget(YearMonth.of(2018, 3), Figure.of("90")))));
    }

    private static KpiActualRecorded actual(
            String actual, Figure target, Status status, String rule) {
        return new KpiActualRecorded(
                GrantClaims.ID,
                BusinessPlan.ID,
                JULY,
                plain(actual),
                target,
                new Judgement(status, rule),
                null,
                null);
    }
}
