package org.muniment.command.budget;

import static org.muniment.command.budget.Salaries.approved;
import static org.muniment.command.budget.Salaries.fixture;

import java.time.LocalDate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.muniment.command.plan.BusinessPlan;
import org.muniment.kernel.budget.BudgetLineCommand.ForecastOutturn;
import org.muniment.kernel.budget.BudgetLineEvent.OutturnForecast;
import org.muniment.kernel.figures.Figure;

class ForecastOutturnTest {
    private static final LocalDate CUT_OFF = LocalDate.of(2017, 7, 31);

    private final FixtureConfiguration<BudgetLine> line = fixture(BusinessPlan.ADOPTED);

    @Test
    void theOutturnOfALineIsForecastAsAtADay() {
        line.given(approved())
                .when(forecast(CUT_OFF, "1.362"))
                .expectEvents(
                        new OutturnForecast(
                                Salaries.ID, BusinessPlan.ID, CUT_OFF, Figure.of("1.362")));
    }

    @Test
    void nothingIsForecastOfAnUnknownLine() {
        line.givenNoPriorActivity()
                .when(forecast(CUT_OFF, "1.362"))
                .expectNoEvents()
                .expectException(AggregateNotFoundException.class);
    }

    @Test
    void theSameForecastSaidTwiceIsRecordedOnce() {
        line.given(approved(), forecasted(CUT_OFF, "1.362"))
                .when(forecast(CUT_OFF, "1.362"))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void theSameAmountOnAnotherDayIsAnotherForecast() {
        line.given(approved(), forecasted(CUT_OFF, "1.362"))
                .when(forecast(CUT_OFF.plusMonths(1), "1.362"))
                .expectEvents(forecasted(CUT_OFF.plusMonths(1), "1.362"));
    }

    @Test
    void anotherAmountOnTheSameDayIsAnotherForecast() {
        line.given(approved(), forecasted(CUT_OFF, "1.362"))
                .when(forecast(CUT_OFF, "1.370"))
                .expectEvents(forecasted(CUT_OFF, "1.370"));
    }

    private static ForecastOutturn forecast(LocalDate asAt, String amount) {
        return new ForecastOutturn(Salaries.ID, asAt, Figure.of(amount));
    }

    private static OutturnForecast forecasted(LocalDate asAt, String amount) {
        return new OutturnForecast(Salaries.ID, BusinessPlan.ID, asAt, Figure.of(amount));
    }
}
