package org.muniment.query.dashboard;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.findings.Finding;
import org.muniment.kernel.findings.FindingKind;
import org.muniment.kernel.plan.PlanEvent.VariationExplained;
import org.muniment.kernel.plan.VariationItem;
import org.muniment.query.picture.PlanPicture;
import org.muniment.query.picture.Said;

/** Whether the causes given for a variation add up to it. */
public final class Variations {
    private Variations() {}

    static List<Finding> findings(PlanPicture picture, LocalDate asAt) {
        return latest(picture, asAt).map(explained -> check(picture, explained)).orElse(List.of());
    }

    /** The explanation of the latest day up to the cut-off. */
    public static Optional<VariationExplained> latest(PlanPicture picture, LocalDate asAt) {
        SortedMap<LocalDate, Said<VariationExplained>> known =
                picture.variations().headMap(asAt.plusDays(1));
        return known.isEmpty() ? Optional.empty() : Optional.of(known.get(known.lastKey()).word());
    }

    public static Figure sum(VariationExplained explained) {
        return explained.items().stream()
                .map(VariationItem::amount)
                .reduce(Figure.of("0"), Figure::plus);
    }

    private static List<Finding> check(PlanPicture picture, VariationExplained explained) {
        Figure sum = sum(explained);
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
        return FindingKind.VARIATION_DOES_NOT_RECONCILE
                .found(
                        "the variation as at %s is explained (%s) as %s in all, but %s"
                                .formatted(explained.asAt(), items, stated, instead),
                        List.of(explained.plan().value()))
                .comparing(stated, computed);
    }
}
