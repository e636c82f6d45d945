package org.muniment.command.budget;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.muniment.command.plan.AdoptedPlans;
import org.muniment.command.plan.BusinessPlan;
import org.muniment.kernel.budget.BudgetLineCommand.AdjustBudgetLine;
import org.muniment.kernel.budget.BudgetLineCommand.ApproveBudgetLine;
import org.muniment.kernel.budget.BudgetLineEvent.BudgetLineAdjusted;
import org.muniment.kernel.budget.BudgetLineEvent.BudgetLineApproved;
import org.muniment.kernel.budget.BudgetLineId;
import org.muniment.kernel.budget.BudgetLineKind;
import org.muniment.kernel.budget.MoneyUnit;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.words.Narrative;
import org.muniment.kernel.words.Title;

/** Salaries, 1.393 of millions of pounds, and car leasing, 0.035, of the same budget. */
final class Salaries {
    static final BudgetLineId ID = new BudgetLineId("salaries");
    static final BudgetLineId CARS = new BudgetLineId("car-leasing");
    static final Title CATEGORY = new Title("Salaries Costs");
    static final Narrative REASON = new Narrative("A vacant post is kept open");

    private Salaries() {}

    static ApproveBudgetLine approve() {
        return new ApproveBudgetLine(
                ID,
                BusinessPlan.ID,
                CATEGORY,
                Figure.of("1.393"),
                BudgetLineKind.BASE,
                MoneyUnit.MILLION_POUNDS);
    }

    static BudgetLineApproved approved() {
        return new BudgetLineApproved(
                ID,
                BusinessPlan.ID,
                CATEGORY,
                Figure.of("1.393"),
                BudgetLineKind.BASE,
                MoneyUnit.MILLION_POUNDS);
    }

    static AdjustBudgetLine adjust(String change, BudgetLineId counterpart) {
        return new AdjustBudgetLine(ID, Figure.of(change), REASON, counterpart);
    }

    static BudgetLineAdjusted adjusted(String change, String amount, BudgetLineId counterpart) {
        return new BudgetLineAdjusted(
                ID, BusinessPlan.ID, Figure.of(change), Figure.of(amount), REASON, counterpart);
    }

    static FixtureConfiguration<BudgetLine> fixture(AdoptedPlans plans) {
        FixtureConfiguration<BudgetLine> line =
                new AggregateTestFixture<>(BudgetLine.class).registerInjectableResource(plans);
        return line.registerAnnotatedCommandHandler(new BudgetAdjustments(line.getRepository()));
    }
}
