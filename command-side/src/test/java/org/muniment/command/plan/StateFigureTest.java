package org.muniment.command.plan;

import static org.muniment.command.plan.BusinessPlan.adopted;

import java.time.LocalDate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.plan.FigureName;
import org.muniment.kernel.plan.PlanCommand.StateFigure;
import org.muniment.kernel.plan.PlanEvent.FigureStated;
import org.muniment.kernel.words.Title;

class StateFigureTest {
    private static final LocalDate CUT_OFF = LocalDate.of(2017, 7, 31);
    private static final Title REPORT = new Title("Report of 14 September 2017, paragraph 8");

    private final FixtureConfiguration<Plan> plan = new AggregateTestFixture<>(Plan.class);

    @Test
    void aPrintedFigureIsKeptWhateverTheRecordSays() {
        plan.given(adopted())
                .when(state("projects.total", "25"))
                .expectEvents(
                        new FigureStated(
                                BusinessPlan.ID,
                                CUT_OFF,
                                new FigureName("projects.total"),
                                Figure.of("25"),
                                REPORT));
    }

    @Test
    void nothingIsStatedOfAnUnknownPlan() {
        plan.givenNoPriorActivity()
                .when(state("projects.total", "25"))
                .expectNoEvents()
                .expectException(AggregateNotFoundException.class);
    }

    @Test
    void theSameStatementSaidTwiceIsRecordedOnce() {
        plan.given(adopted(), stated("projects.total", "25"))
                .when(state("projects.total", "25"))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void twoFiguresOfOneDayDoNotDisturbEachOther() {
        plan.given(adopted(), stated("projects.total", "24"), stated("kpis.total", "32"))
                .when(state("projects.total", "24"))
                .expectNoEvents();
    }

    @Test
    void anotherValueOfTheSameFigureIsRecorded() {
        plan.given(adopted(), stated("projects.total", "25"))
                .when(state("projects.total", "24"))
                .expectEvents(stated("projects.total", "24"));
    }

    private static StateFigure state(String figure, String value) {
        return new StateFigure(
                BusinessPlan.ID, CUT_OFF, new FigureName(figure), Figure.of(value), REPORT);
    }

    private static FigureStated stated(String figure, String value) {
        return new FigureStated(
                BusinessPlan.ID, CUT_OFF, new FigureName(figure), Figure.of(value), REPORT);
    }
}
