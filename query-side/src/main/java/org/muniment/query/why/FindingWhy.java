package org.muniment.query.why;

import java.util.ArrayList;
import java.util.List;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.findings.Finding;
import org.muniment.kernel.plan.PlanEvent.VariationExplained;
import org.muniment.kernel.plan.VariationItem;
import org.muniment.query.dashboard.BudgetTable.Amounts;
import org.muniment.query.dashboard.Variations;
import org.muniment.query.picture.PlanPicture;
import org.muniment.query.telling.Say;
import org.muniment.query.why.Explained.Counted;

/** What a finding compares with what, and what a variation's causes add up to. Pure. */
final class FindingWhy {
    private FindingWhy() {}

    /** Its name: the finding's id and what it concerns first. */
    static String name(Finding finding) {
        return "findings." + finding.id() + "." + finding.subjects().get(0);
    }

    static Explained of(Finding finding, PlanPicture picture) {
        List<String> because = new ArrayList<>();
        because.add(capital(finding.message()) + ".");
        if (finding.stated() != null) {
            because.add("%s is compared with %s.".formatted(finding.stated(), finding.computed()));
        }
        because.add(
                finding.standsInTheWay()
                        ? "It stands in the way of a freeze until it is mended or overridden with a"
                                + " reason."
                        : "It is a warning: it is printed, and stands in the way of nothing.");
        because.add("What sets it right: " + finding.mend());
        return new Explained(
                name(finding),
                "Finding",
                finding.computed(),
                because,
                finding.subjects().stream().map(subject -> concerned(subject, picture)).toList(),
                positions(finding, picture));
    }

    private static String capital(String message) {
        return Character.toUpperCase(message.charAt(0)) + message.substring(1);
    }

    private static Counted concerned(String subject, PlanPicture picture) {
        if (picture.kpis().containsKey(subject)) {
            return new Counted(
                    "kpi", subject, picture.kpis().get(subject).definition().title().value(), null);
        }
        if (picture.projects().containsKey(subject)) {
            return new Counted(
                    "project",
                    subject,
                    picture.projects().get(subject).outline().title().value(),
                    null);
        }
        boolean isPlan = subject.equals(picture.adopted().plan().value());
        return isPlan
                ? new Counted("figure", "variation", "The variation and its causes", null)
                : new Counted("figure", subject, subject, null);
    }

    /** Those that state what is compared. */
    private static List<Long> positions(Finding finding, PlanPicture picture) {
        List<Long> positions = new ArrayList<>();
        for (String subject : finding.subjects()) {
            if (picture.stated().containsKey(subject)) {
                picture.stated().get(subject).values().stream()
                        .filter(said -> said.word().value().toString().equals(finding.stated()))
                        .forEach(said -> positions.add(said.position()));
            }
            if (subject.equals(picture.adopted().plan().value())) {
                picture.variations().values().forEach(said -> positions.add(said.position()));
            }
        }
        return positions;
    }

    /** {@code total} is the budget's, whose variance the causes are to explain. */
    static Explained variation(PlanPicture picture, VariationExplained explained, Amounts total) {
        List<Figure> items = explained.items().stream().map(VariationItem::amount).toList();
        Figure sum = Variations.sum(explained);
        List<String> because = new ArrayList<>();
        because.add(
                "The causes given as at %s add up: %s = %s."
                        .formatted(Say.day(explained.asAt()), Say.sum(items), sum));
        if (explained.statedTotal() != null) {
            because.add(
                    "The total stated is %s%s."
                            .formatted(
                                    explained.statedTotal(),
                                    explained.statedTotal().sameValue(sum)
                                            ? ", the same"
                                            : ", which is "
                                                    + explained.statedTotal().minus(sum).magnitude()
                                                    + " apart"));
        }
        because.add(
                total.variance() == null
                        ? "The budget has no variance yet."
                        : "The budget’s variance as at %s is %s%s."
                                .formatted(
                                        Say.day(explained.asAt()),
                                        total.variance(),
                                        total.variance().sameValue(sum)
                                                ? ", the same"
                                                : ", which is "
                                                        + total.variance().minus(sum).magnitude()
                                                        + " apart"));
        return new Explained(
                "variation",
                "Variation explained",
                sum.toString(),
                because,
                explained.items().stream()
                        .map(
                                item ->
                                        new Counted(
                                                "cause",
                                                null,
                                                item.text().value(),
                                                item.amount().toString()))
                        .toList(),
                List.of(picture.variations().get(explained.asAt()).position()));
    }
}
