package org.muniment.command.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.muniment.command.partnership.ChorleySouthRibble.TERMS;
import static org.muniment.command.plan.BusinessPlan.TITLE;
import static org.muniment.command.plan.BusinessPlan.YEAR;
import static org.muniment.command.plan.BusinessPlan.adopt;
import static org.muniment.command.plan.BusinessPlan.adopted;

import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;
import org.muniment.command.dispatch.CommandSideInMemory;
import org.muniment.command.partnership.ChorleySouthRibble;
import org.muniment.command.partnership.EstablishedPartnerships;
import org.muniment.kernel.plan.PlanEvent.PlanAdopted;

class AdoptPlanTest {
    @Test
    void aPlanTakesOverTheTermsOfItsPartnership() {
        withPartnerships(partnership -> TERMS)
                .when(adopt())
                .expectEvents(
                        new PlanAdopted(
                                BusinessPlan.ID, ChorleySouthRibble.ID, YEAR, TITLE, TERMS));
    }

    @Test
    void aPlanOfAnUnknownPartnershipIsNotAdopted() {
        withPartnerships(
                        partnership -> {
                            throw new AggregateNotFoundException(partnership.toString(), "unknown");
                        })
                .when(adopt())
                .expectNoEvents()
                .expectException(AggregateNotFoundException.class);
    }

    @Test
    void theIdOfAPlanCannotBeTakenTwice() {
        CommandSideInMemory side = partnershipsAndPlans();
        side.send(ChorleySouthRibble.establish(), adopt());

        assertThatExceptionOfType(AggregateStreamCreationException.class)
                .isThrownBy(() -> side.send(adopt()));
        assertThat(side.events()).containsExactly(ChorleySouthRibble.established(), adopted());
    }

    @Test
    void thePartnershipIsLookedUpAmongThoseInTheLog() {
        CommandSideInMemory side = partnershipsAndPlans();

        assertThatExceptionOfType(AggregateNotFoundException.class)
                .isThrownBy(() -> side.send(adopt()))
                .returns(
                        ChorleySouthRibble.ID.toString(),
                        AggregateNotFoundException::getAggregateIdentifier);
        assertThat(side.events()).isEmpty();
    }

    @Test
    void aPlanRefusedForWantOfAPartnershipIsAdoptedOnceThereIsOne() {
        CommandSideInMemory side = partnershipsAndPlans();
        assertThatExceptionOfType(AggregateNotFoundException.class)
                .isThrownBy(() -> side.send(adopt()));

        side.send(ChorleySouthRibble.establish(), adopt());

        assertThat(side.events()).containsExactly(ChorleySouthRibble.established(), adopted());
    }

    private static TestExecutor<Plan> withPartnerships(EstablishedPartnerships partnerships) {
        return new AggregateTestFixture<>(Plan.class)
                .registerInjectableResource(partnerships)
                .givenNoPriorActivity();
    }

    private static CommandSideInMemory partnershipsAndPlans() {
        return CommandSideInMemory.of(ChorleySouthRibble.module(), new PlanModule());
    }
}
