package org.muniment.kernel.plan;

import java.time.LocalDate;
import java.util.List;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.partnership.PartnershipId;
import org.muniment.kernel.partnership.Terms;
import org.muniment.kernel.time.FinancialYear;
import org.muniment.kernel.words.Title;

/** What has happened to a plan itself. */
public sealed interface PlanEvent extends PlanRecord {
    record PlanAdopted(
            PlanId plan,
            PartnershipId partnership,
            FinancialYear financialYear,
            Title title,
            Terms terms)
            implements PlanEvent {}

    /** {@code statedTotal} is the total the paper prints, whether or not the items add up to it. */
    record VariationExplained(
            PlanId plan, LocalDate asAt, List<VariationItem> items, Figure statedTotal)
            implements PlanEvent {}

    record FigureStated(PlanId plan, LocalDate asAt, FigureName figure, Figure value, Title source)
            implements PlanEvent {}

    @Override
    default String subject() {
        return plan().toString();
    }
}
