package org.muniment.command.plan;

import static org.muniment.command.plan.BusinessPlan.adopted;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.plan.PlanCommand.ExplainVariation;
import org.muniment.kernel.plan.PlanEvent.VariationExplained;
import org.muniment.kernel.plan.VariationItem;
import org.muniment.kernel.words.Title;

class ExplainVariationTest {
    private static final LocalDate CUT_OFF = LocalDate.of(2017, 7, 31);
    private static final List<VariationItem> PRINTED =
            List.of(item("0.024"), item("0.016"), item("-0.011"), item("0.002"));

    private final FixtureConfiguration<Plan> plan = new AggregateTestFixture<>(Plan.class);

    @Test
    void aTotalThatItsItemsDoNotAddUpToIsKeptAsPrinted() {
        plan.given(adopted())
                .when(explain(PRINTED, Figure.of("0.033")))
                .expectEvents(explained(PRINTED, Figure.of("0.033")));
    }

    @Test
    void anExplanationNeedsNoTotal() {
        plan.given(adopted()).when(explain(PRINTED, null)).expectEvents(explained(PRINTED, null));
    }

    @Test
    void nothingIsExplainedOfAnUnknownPlan() {
        plan.givenNoPriorActivity()
                .when(explain(PRINTED, null))
                .expectNoEvents()
                .expectException(AggregateNotFoundException.class);
    }

    @Test
    void theSameExplanationSaidTwiceIsRecordedOnce() {
        plan.given(adopted(), explained(PRINTED, Figure.of("0.033")))
                .when(explain(PRINTED, Figure.of("0.033")))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void aMendedTotalIsRecordedBesideTheFirst() {
        plan.given(adopted(), explained(PRINTED, Figure.of("0.033")))
                .when(explain(PRINTED, Figure.of("0.031")))
                .expectEvents(explained(PRINTED, Figure.of("0.031")));
    }

    @Test
    void whatWasSaidBeforeTheMendingIsNoLongerTheLastWord() {
        plan.given(
                        adopted(),
                        explained(PRINTED, Figure.of("0.033")),
                        explained(PRINTED, Figure.of("0.031")))
                .when(explain(PRINTED, Figure.of("0.033")))
                .expectEvents(explained(PRINTED, Figure.of("0.033")));
    }

    private static VariationItem item(String amount) {
        return new VariationItem(new Title("Salaries"), Figure.of(amount));
    }

    private static ExplainVariation explain(List<VariationItem> items, Figure total) {
        return new ExplainVariation(BusinessPlan.ID, CUT_OFF, items, total);
    }

    private static VariationExplained explained(List<VariationItem> items, Figure total) {
        return new VariationExplained(BusinessPlan.ID, CUT_OFF, items, total);
    }
}
