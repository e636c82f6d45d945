package org.muniment.command.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.muniment.command.budget.Salaries.CATEGORY;
import static org.muniment.command.budget.Salaries.approve;
import static org.muniment.command.budget.Salaries.approved;
import static org.muniment.command.budget.Salaries.fixture;

import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.junit.jupiter.api.Test;
import org.muniment.command.dispatch.CommandSideInMemory;
import org.muniment.command.plan.BusinessPlan;
import org.muniment.kernel.budget.BudgetLineEvent.BudgetLineApproved;
import org.muniment.kernel.budget.BudgetLineKind;
import org.muniment.kernel.budget.MoneyUnit;
import org.muniment.kernel.figures.Figure;

class ApproveBudgetLineTest {
    @Test
    void aLineIsApprovedWithItsAmountAndWhatTheAmountCounts() {
        fixture(BusinessPlan.ADOPTED)
                .givenNoPriorActivity()
                .when(approve())
                .expectEvents(
                        new BudgetLineApproved(
                                Salaries.ID,
                                BusinessPlan.ID,
                                CATEGORY,
                                Figure.of("1.393"),
                                BudgetLineKind.BASE,
                                MoneyUnit.MILLION_POUNDS));
    }

    @Test
    void aLineOfAnUnknownPlanIsNotApproved() {
        fixture(BusinessPlan.NONE)
                .givenNoPriorActivity()
                .when(approve())
                .expectNoEvents()
                .expectException(AggregateNotFoundException.class);
    }

    @Test
    void theIdOfALineCannotBeTakenTwice() {
        CommandSideInMemory side =
                CommandSideInMemory.of(new BudgetModule(), BusinessPlan.alwaysAdopted());
        side.send(approve());

        assertThatExceptionOfType(AggregateStreamCreationException.class)
                .isThrownBy(() -> side.send(approve()));
        assertThat(side.events()).containsExactly(approved());
    }
}
