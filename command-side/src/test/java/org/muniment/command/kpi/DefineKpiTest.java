package org.muniment.command.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.muniment.command.kpi.GrantClaims.DEFINITION;
import static org.muniment.command.kpi.GrantClaims.define;
import static org.muniment.command.kpi.GrantClaims.defined;
import static org.muniment.command.kpi.GrantClaims.fixture;
import static org.muniment.command.partnership.ChorleySouthRibble.ACCOUNTANCY;
import static org.muniment.command.partnership.ChorleySouthRibble.ASSURANCE;
import static org.muniment.command.partnership.ChorleySouthRibble.CHORLEY;
import static org.muniment.command.partnership.ChorleySouthRibble.FINANCE;
import static org.muniment.command.partnership.ChorleySouthRibble.TERMS;
import static org.muniment.command.plan.BusinessPlan.YEAR;

import java.time.YearMonth;
import java.util.List;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;
import org.muniment.command.dispatch.CommandSideInMemory;
import org.muniment.command.dispatch.RefusedBy;
import org.muniment.command.partnership.ChorleySouthRibble;
import org.muniment.command.plan.BusinessPlan;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.kpi.KpiCommand.DefineKpi;
import org.muniment.kernel.kpi.KpiDefinition;
import org.muniment.kernel.kpi.KpiEvent.KpiDefined;
import org.muniment.kernel.kpi.Profile;
import org.muniment.kernel.kpi.ProfiledTarget;
import org.muniment.kernel.words.Code;
import org.muniment.kernel.words.Title;

class DefineKpiTest {
    @Test
    void aKpiTakesTheYearAndTheRuleFromItsPlan() {
        defining(DEFINITION)
                .expectEvents(
                        new KpiDefined(
                                GrantClaims.ID, BusinessPlan.ID, YEAR, TERMS.rule(), DEFINITION));
    }

    @Test
    void aKpiMayBelongToOneCouncilAndFollowAProfile() {
        KpiDefinition scoped = at(FINANCE, ACCOUNTANCY, CHORLEY, from("2017-04"));
        defining(scoped).expectEvents(defined(scoped));
    }

    @Test
    void aKpiOfAnUnknownPlanIsNotDefined() {
        fixture(BusinessPlan.NONE)
                .givenNoPriorActivity()
                .when(define())
                .expectNoEvents()
                .expectException(AggregateNotFoundException.class);
    }

    @Test
    void aKpiOfAnUnknownServiceIsRefused() {
        refusing(at(new Code("HR"), ACCOUNTANCY, null, Profile.NONE), "unknown-service", "service");
    }

    @Test
    void aKpiInASectionOfAnotherServiceIsRefused() {
        refusing(at(ASSURANCE, ACCOUNTANCY, null, Profile.NONE), "unknown-section", "section");
    }

    @Test
    void aKpiOfACouncilOutsideThePartnershipIsRefused() {
        refusing(at(FINANCE, ACCOUNTANCY, new Code("LCC"), Profile.NONE), "unknown-scope", "scope");
    }

    @Test
    void aProfileThatLeavesTheYearIsRefused() {
        refusing(
                at(FINANCE, ACCOUNTANCY, null, from("2018-04")),
                "outside-financial-year",
                "profile");
    }

    @Test
    void theIdOfAKpiCannotBeTakenTwice() {
        CommandSideInMemory side =
                CommandSideInMemory.of(new KpiModule(), BusinessPlan.alwaysAdopted());
        side.send(define());

        assertThatExceptionOfType(AggregateStreamCreationException.class)
                .isThrownBy(() -> side.send(define()));
        assertThat(side.events()).containsExactly(defined());
    }

    @Test
    void thePlanIsLookedUpAmongThoseInTheLog() {
        CommandSideInMemory side =
                CommandSideInMemory.of(
                        ChorleySouthRibble.module(), BusinessPlan.module(), new KpiModule());
        assertThatExceptionOfType(AggregateNotFoundException.class)
                .isThrownBy(() -> side.send(define()))
                .returns(
                        BusinessPlan.ID.toString(),
                        AggregateNotFoundException::getAggregateIdentifier);

        side.send(ChorleySouthRibble.establish(), BusinessPlan.adopt(), define());

        assertThat(side.events())
                .containsExactly(
                        ChorleySouthRibble.established(), BusinessPlan.adopted(), defined());
    }

    private static ResultValidator<Kpi> defining(KpiDefinition definition) {
        return fixture()
                .givenNoPriorActivity()
                .when(new DefineKpi(GrantClaims.ID, BusinessPlan.ID, definition));
    }

    private static void refusing(KpiDefinition definition, String rule, String field) {
        defining(definition).expectNoEvents().expectException(RefusedBy.rule(rule, field));
    }

    private static Profile from(String month) {
        return new Profile(List.of(new ProfiledTarget(YearMonth.parse(month), Figure.of("100"))));
    }

    private static KpiDefinition at(Code service, Title section, Code scope, Profile profile) {
        return new KpiDefinition(
                service,
                section,
                DEFINITION.title(),
                scope,
                DEFINITION.lead(),
                DEFINITION.unit(),
                DEFINITION.polarity(),
                null,
                false,
                null,
                DEFINITION.annualTarget(),
                DEFINITION.cadence(),
                profile);
    }
}
