package org.muniment.command.budget;

import static org.muniment.command.budget.Salaries.REASON;
import static org.muniment.command.budget.Salaries.adjust;
import static org.muniment.command.budget.Salaries.adjusted;
import static org.muniment.command.budget.Salaries.approved;
import static org.muniment.command.budget.Salaries.fixture;

import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.muniment.command.plan.BusinessPlan;
import org.muniment.kernel.budget.BudgetLineEvent.BudgetLineAdjusted;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.words.Refused;

class AdjustBudgetLineTest {
    private final FixtureConfiguration<BudgetLine> line = fixture(BusinessPlan.ADOPTED);

    @Test
    void anAdjustmentSaysWhatTheBudgetIsAfterIt() {
        line.given(approved())
                .when(adjust("-0.031", null))
                .expectEvents(
                        new BudgetLineAdjusted(
                                Salaries.ID,
                                BusinessPlan.ID,
                                Figure.of("-0.031"),
                                Figure.of("1.362"),
                                REASON,
                                null));
    }

    @Test
    void adjustmentsAddUp() {
        line.given(approved(), adjusted("-0.031", "1.362", null))
                .when(adjust("0.0005", null))
                .expectEvents(adjusted("0.0005", "1.3625", null));
    }

    /** Found by generated requests: an event with it could be written and never read again. */
    @Test
    void aLineIsNotAdjustedBeyondWhatCanBeKept() {
        line.given(approved(), adjusted("999999999999999", "999999999999999", null))
                .when(adjust("1", null))
                .expectNoEvents()
                .expectException(Refused.class);
    }

    @Test
    void anUnknownLineIsNotAdjusted() {
        line.givenNoPriorActivity()
                .when(adjust("-0.031", null))
                .expectNoEvents()
                .expectException(AggregateNotFoundException.class);
    }

    @Test
    void saidTwiceItMovesTheMoneyTwiceBecauseOnlyAnIdempotencyKeyTellsARetryFromASecondMove() {
        line.given(approved(), adjusted("-0.031", "1.362", null))
                .when(adjust("-0.031", null))
                .expectEvents(adjusted("-0.031", "1.331", null));
    }
}
