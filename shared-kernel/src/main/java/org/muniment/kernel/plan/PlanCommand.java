package org.muniment.kernel.plan;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.partnership.PartnershipId;
import org.muniment.kernel.time.FinancialYear;
import org.muniment.kernel.words.Title;

/** What can be said to a plan. */
public sealed interface PlanCommand {
    record AdoptPlan(
            @TargetAggregateIdentifier PlanId plan,
            PartnershipId partnership,
            FinancialYear financialYear,
            Title title)
            implements PlanCommand {}

    record ExplainVariation(
            @TargetAggregateIdentifier PlanId plan,
            LocalDate asAt,
            List<VariationItem> items,
            Figure statedTotal)
            implements PlanCommand {}

    record StateFigure(
            @TargetAggregateIdentifier PlanId plan,
            LocalDate asAt,
            FigureName figure,
            Figure value,
            Title source)
            implements PlanCommand {}
}
