package org.muniment.command.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muniment.command.plan.BusinessPlan.TITLE;
import static org.muniment.command.plan.BusinessPlan.YEAR;
import static org.muniment.command.plan.BusinessPlan.adopted;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.muniment.command.dispatch.Caller;
import org.muniment.command.dispatch.CommandSideInMemory;
import org.muniment.command.partnership.ChorleySouthRibble;
import org.muniment.command.plan.PlanApi.Adoption;
import org.muniment.command.plan.PlanApi.Item;
import org.muniment.command.plan.PlanApi.Statement;
import org.muniment.command.plan.PlanApi.Variations;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.plan.FigureName;
import org.muniment.kernel.plan.PlanEvent.FigureStated;
import org.muniment.kernel.plan.PlanEvent.VariationExplained;
import org.muniment.kernel.plan.VariationItem;
import org.muniment.kernel.words.Title;

class PlanApiTest {
    private static final Caller OFFICER = new Caller("officer", "officer", null, "request-1", null);
    private static final LocalDate CUT_OFF = LocalDate.of(2017, 7, 31);
    private static final Title SALARIES = new Title("Salaries");
    private static final Title REPORT = new Title("Report of 14 September 2017");
    private static final FigureName TOTAL = new FigureName("projects.total");

    @Test
    void everyRequestBecomesItsCommand() {
        CommandSideInMemory side =
                CommandSideInMemory.of(ChorleySouthRibble.module(), new PlanModule());
        side.send(ChorleySouthRibble.establish());
        PlanApi api = new PlanApi(side.commands());

        api.adopt(ChorleySouthRibble.ID, new Adoption(BusinessPlan.ID, YEAR, TITLE), OFFICER);
        api.explain(
                BusinessPlan.ID,
                new Variations(
                        CUT_OFF,
                        List.of(new Item(SALARIES, Figure.of("0.031"))),
                        Figure.of("0.033")),
                OFFICER);
        api.state(BusinessPlan.ID, new Statement(CUT_OFF, TOTAL, Figure.of("25"), REPORT), OFFICER);

        assertThat(side.events())
                .containsExactly(
                        ChorleySouthRibble.established(),
                        adopted(),
                        new VariationExplained(
                                BusinessPlan.ID,
                                CUT_OFF,
                                List.of(new VariationItem(SALARIES, Figure.of("0.031"))),
                                Figure.of("0.033")),
                        new FigureStated(BusinessPlan.ID, CUT_OFF, TOTAL, Figure.of("25"), REPORT));
    }
}
