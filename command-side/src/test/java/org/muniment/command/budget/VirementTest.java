package org.muniment.command.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.muniment.command.budget.Salaries.CARS;
import static org.muniment.command.budget.Salaries.REASON;
import static org.muniment.command.budget.Salaries.adjust;
import static org.muniment.command.budget.Salaries.adjusted;
import static org.muniment.command.budget.Salaries.approve;
import static org.muniment.command.dispatch.RefusedBy.refusal;

import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muniment.command.dispatch.Caller;
import org.muniment.command.dispatch.CommandSideInMemory;
import org.muniment.command.dispatch.Receipt;
import org.muniment.command.plan.BusinessPlan;
import org.muniment.kernel.budget.BudgetLineCommand.AdjustBudgetLine;
import org.muniment.kernel.budget.BudgetLineCommand.ApproveBudgetLine;
import org.muniment.kernel.budget.BudgetLineEvent.BudgetLineAdjusted;
import org.muniment.kernel.budget.BudgetLineId;
import org.muniment.kernel.budget.BudgetLineKind;
import org.muniment.kernel.budget.MoneyUnit;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.words.Title;

class VirementTest {
    private static final BudgetLineId IN_POUNDS = new BudgetLineId("in-pounds");
    private static final BudgetLineId NEXT_YEARS = new BudgetLineId("next-years");
    private static final BudgetLineId UNKNOWN = new BudgetLineId("unknown");

    private final CommandSideInMemory side =
            CommandSideInMemory.of(new BudgetModule(), BusinessPlan.alwaysAdopted());
    private List<Object> before;

    @BeforeEach
    void approveLines() {
        side.send(
                approve(),
                line(CARS, BusinessPlan.ID, MoneyUnit.MILLION_POUNDS),
                line(IN_POUNDS, BusinessPlan.ID, MoneyUnit.POUND),
                line(NEXT_YEARS, new PlanId("bip-2018-19"), MoneyUnit.MILLION_POUNDS));
        before = side.events();
    }

    @Test
    void bothLinesChangeInOneGo() {
        side.send(adjust("-0.031", CARS));

        assertThat(news())
                .containsExactly(adjusted("-0.031", "1.362", CARS), carsAdjusted("0.031", "0.066"));
    }

    @Test
    void bothChangesCarryTheSameCauseAndTheReasonOfTheCommand() {
        side.send(adjust("-0.031", CARS));

        assertThat(side.metaData())
                .last(InstanceOfAssertFactories.map(String.class, Object.class))
                .containsEntry("command", "AdjustBudgetLine")
                .containsEntry("why", REASON.toString())
                .isEqualTo(side.metaData().get(before.size()));
    }

    @Test
    void theReceiptTellsTheVersionOfTheLineAndThePositionOfTheCounterpartsChange() {
        Caller officer = new Caller("finance-officer", "finance-officer", null, "request-1", 1L);

        assertThat(side.commands().change("salaries", adjust("-0.031", CARS), officer).getBody())
                .isEqualTo(new Receipt("salaries", 2, before.size() + 2L));
    }

    @Test
    void neitherLineChangesWhereTheDiskFails() {
        side.diskFails(true);
        assertThatIllegalStateException().isThrownBy(() -> side.send(adjust("-0.031", CARS)));
        side.diskFails(false);

        assertThat(news()).isEmpty();
        side.send(adjust("-0.001", CARS));
        assertThat(news())
                .containsExactly(adjusted("-0.001", "1.392", CARS), carsAdjusted("0.001", "0.036"));
    }

    @Test
    void anUnknownCounterpartChangesNeither() {
        assertRefused(UNKNOWN, "unknown-counterpart");
    }

    @Test
    void aCounterpartOfAnotherPlanChangesNeither() {
        assertRefused(NEXT_YEARS, "unknown-counterpart");
    }

    @Test
    void aCounterpartCountedInAnotherUnitChangesNeither() {
        assertRefused(IN_POUNDS, "counterpart-in-another-unit");
    }

    @Test
    void anUnknownLineLeavesItsCounterpartAlone() {
        assertThatExceptionOfType(AggregateNotFoundException.class)
                .isThrownBy(
                        () ->
                                side.send(
                                        new AdjustBudgetLine(
                                                UNKNOWN, Figure.of("-0.031"), REASON, CARS)));
        assertThat(news()).isEmpty();
    }

    @Test
    void afterARefusalTheMoneyIsStillWhereItWas() {
        assertRefused(NEXT_YEARS, "unknown-counterpart");

        side.send(adjust("-0.031", null));

        assertThat(news()).containsExactly(adjusted("-0.031", "1.362", null));
    }

    @Test
    void saidTwiceItMovesTheMoneyTwiceBecauseOnlyAnIdempotencyKeyTellsARetryFromASecondMove() {
        side.send(adjust("-0.031", CARS), adjust("-0.031", CARS));

        assertThat(news())
                .containsExactly(
                        adjusted("-0.031", "1.362", CARS),
                        carsAdjusted("0.031", "0.066"),
                        adjusted("-0.031", "1.331", CARS),
                        carsAdjusted("0.031", "0.097"));
    }

    private void assertRefused(BudgetLineId counterpart, String rule) {
        assertThatThrownBy(() -> side.send(adjust("-0.031", counterpart)))
                .is(refusal(rule, "counterpart"));
        assertThat(news()).isEmpty();
    }

    private List<Object> news() {
        return side.events().subList(before.size(), side.events().size());
    }

    private static ApproveBudgetLine line(BudgetLineId id, PlanId plan, MoneyUnit unit) {
        return new ApproveBudgetLine(
                id, plan, new Title("Car Leasing"), Figure.of("0.035"), BudgetLineKind.BASE, unit);
    }

    private static BudgetLineAdjusted carsAdjusted(String change, String amount) {
        return new BudgetLineAdjusted(
                CARS, BusinessPlan.ID, Figure.of(change), Figure.of(amount), REASON, Salaries.ID);
    }
}
