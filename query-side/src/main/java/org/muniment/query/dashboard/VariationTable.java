package org.muniment.query.dashboard;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.plan.PlanEvent.VariationExplained;
import org.muniment.kernel.plan.VariationItem;
import org.muniment.query.picture.PlanPicture;

/**
 * The estimated variations of the budget, as they were explained last.
 *
 * @param total the one stated, where there is one
 * @param sum of the items
 */
public record VariationTable(LocalDate asAt, List<VariationItem> items, Figure total, Figure sum) {
    /** Empty where nothing was explained by the cut-off. */
    public static Optional<VariationTable> of(PlanPicture picture, LocalDate asAt) {
        return Variations.latest(picture, asAt).map(VariationTable::of);
    }

    private static VariationTable of(VariationExplained explained) {
        Figure sum = Variations.sum(explained);
        return new VariationTable(
                explained.asAt(),
                explained.items(),
                explained.statedTotal() == null ? sum : explained.statedTotal(),
                sum);
    }
}
