package org.muniment.command.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.muniment.command.budget.Salaries.CARS;
import static org.muniment.command.budget.Salaries.CATEGORY;
import static org.muniment.command.budget.Salaries.REASON;
import static org.muniment.command.budget.Salaries.adjusted;
import static org.muniment.command.budget.Salaries.approved;
import static org.muniment.command.dispatch.CommandSideInMemory.seeing;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muniment.command.budget.BudgetLineApi.Adjustment;
import org.muniment.command.budget.BudgetLineApi.Approval;
import org.muniment.command.budget.BudgetLineApi.Forecast;
import org.muniment.command.dispatch.Caller;
import org.muniment.command.dispatch.CommandSideInMemory;
import org.muniment.command.plan.BusinessPlan;
import org.muniment.kernel.budget.BudgetLineEvent.OutturnForecast;
import org.muniment.kernel.budget.BudgetLineKind;
import org.muniment.kernel.budget.MoneyUnit;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.words.Malformed;

class BudgetLineApiTest {
    private static final Caller OFFICER =
            new Caller("finance-officer", "finance-officer", null, "request-1", null);
    private static final LocalDate CUT_OFF = LocalDate.of(2017, 7, 31);

    private final CommandSideInMemory side =
            CommandSideInMemory.of(new BudgetModule(), BusinessPlan.alwaysAdopted());
    private final BudgetLineApi api = new BudgetLineApi(side.commands());

    @Test
    void everyRequestBecomesItsCommand() {
        api.approve(BusinessPlan.ID, approval(MoneyUnit.MILLION_POUNDS), OFFICER);
        api.adjust(
                Salaries.ID, new Adjustment(Figure.of("-0.031"), REASON, null), seeing(1, OFFICER));
        api.forecast(Salaries.ID, new Forecast(CUT_OFF, Figure.of("1.362")), seeing(2, OFFICER));

        assertThat(side.events())
                .containsExactly(
                        approved(),
                        adjusted("-0.031", "1.362", null),
                        new OutturnForecast(
                                Salaries.ID, BusinessPlan.ID, CUT_OFF, Figure.of("1.362")));
    }

    @Test
    void anAmountCountsMillionsWhereNoUnitIsGiven() {
        assertThat(approval(null).unit()).isEqualTo(MoneyUnit.MILLION_POUNDS);
    }

    @Test
    void poundsStayPounds() {
        assertThat(approval(MoneyUnit.POUND).unit()).isEqualTo(MoneyUnit.POUND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.000", "-0.0"})
    void nothingIsAdjustedByZero(String change) {
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> new Adjustment(Figure.of(change), REASON, CARS))
                .returns("change", Malformed::field);
    }

    @Test
    void moneyIsNotMovedToTheLineItComesFrom() {
        Adjustment circle = new Adjustment(Figure.of("0.031"), REASON, Salaries.ID);

        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> api.adjust(Salaries.ID, circle, OFFICER))
                .returns("counterpart", Malformed::field);
    }

    private static Approval approval(MoneyUnit unit) {
        return new Approval(Salaries.ID, CATEGORY, Figure.of("1.393"), BudgetLineKind.BASE, unit);
    }
}
