package org.muniment.query.dashboard;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.plan.PlanEvent.VariationExplained;
import org.muniment.kernel.plan.VariationItem;
import org.muniment.query.picture.PlanPicture;

/** Whether the causes given for a variation add up to it. */
final class Variations {
    private Variations() {}

    static List<Finding> findings(PlanPicture picture, LocalDate asAt) {
        SortedMap<LocalDate, VariationExplained> known =
                picture.variations().headMap(asAt.plusDays(1));
        if (known.isEmpty()) {
            return List.of();
        }
        VariationExplained explained = known.get(known.lastKey());
        Figure sum =
                explained.items().stream()
                        .map(VariationItem::amount)
                        .reduce(Figure.of("0"), Figure::plus);
        Figure variance = BudgetTable.of(picture, explained.asAt()).total().variance();
        Figure stated = explained.statedTotal() == null ? variance : explained.statedTotal();
        if (stated != null && !stated.sameValue(sum)) {
            return List.of(finding(explained, stated, sum, "the items add up to " + sum));
        }
        if (variance != null && !variance.sameValue(sum)) {
            return List.of(
                    finding(explained, sum, variance, "the budget's variance is " + variance));
        }
        return List.of();
    }

    private static Finding finding(
            VariationExplained explained, Figure stated, Figure computed, String instead) {
        String items =
                explained.items().stream()
                        .map(item -> item.amount().toString())
                        .collect(Collectors.joining(", "));
        return Finding.error(
                        "variation-does-not-reconcile",
                        "the variation as at %s is explained (%s) as %s in all, but %s"
                                .formatted(explained.asAt(), items, stated, instead),
                        List.of(explained.plan().value()))
                .comparing(stated, computed);
    }
}
