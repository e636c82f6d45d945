package org.muniment.query.why;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.muniment.kernel.budget.BudgetLineEvent.BudgetLineAdjusted;
import org.muniment.kernel.budget.BudgetLineEvent.BudgetLineApproved;
import org.muniment.kernel.budget.BudgetLineEvent.OutturnForecast;
import org.muniment.kernel.budget.BudgetLineKind;
import org.muniment.kernel.budget.MoneyUnit;
import org.muniment.kernel.figures.Figure;
import org.muniment.query.dashboard.BudgetTable;
import org.muniment.query.dashboard.BudgetTable.Amounts;
import org.muniment.query.dashboard.BudgetTable.Line;
import org.muniment.query.telling.Say;
import org.muniment.query.why.Explained.Counted;

/** Why the amounts of a budget line, and the totals over lines, are what they are. Pure. */
final class BudgetWhy {
    static final String SUB_TOTAL = "subTotal";
    static final String TOTAL = "total";

    private BudgetWhy() {}

    /** {@code acts} are the line's events up to the moment, in order. */
    static List<Explained> of(Line line, LocalDate asAt, List<Act> acts) {
        String name = "budget." + line.id();
        return List.of(
                budget(name, line, acts),
                forecast(name, line, asAt, acts),
                variance(
                        name,
                        line.amounts(),
                        acts.stream()
                                .filter(
                                        act ->
                                                !(act.event() instanceof OutturnForecast forecast)
                                                        || isShown(forecast, line, asAt, acts))
                                .map(Act::position)
                                .toList()));
    }

    private static Explained budget(String name, Line line, List<Act> acts) {
        List<String> because = new ArrayList<>();
        List<Figure> terms = new ArrayList<>();
        List<Long> positions = new ArrayList<>();
        for (Act act : acts) {
            if (act.event() instanceof BudgetLineApproved approved) {
                terms.add(approved.amount());
                positions.add(act.position());
                because.add(
                        "%s was approved%s."
                                .formatted(
                                        Say.money(approved.amount(), approved.unit()),
                                        approved.kind() == BudgetLineKind.BROUGHT_FORWARD
                                                ? ", brought forward from the year before"
                                                : ""));
            } else if (act.event() instanceof BudgetLineAdjusted adjusted) {
                terms.add(adjusted.change());
                positions.add(act.position());
                because.add(
                        "%s changed it by %s%s. The reason given: %s"
                                .formatted(
                                        act.by(),
                                        adjusted.change(),
                                        adjusted.counterpart() == null
                                                ? ""
                                                : ", a virement: the opposite change was made to"
                                                        + " the line "
                                                        + adjusted.counterpart().value(),
                                        adjusted.reason()));
            }
        }
        if (terms.size() > 1) {
            because.add(
                    "%s = %s."
                            .formatted(Say.sum(terms), terms.stream().reduce(Figure::plus).get()));
        }
        return Explained.of(
                name + ".budget", "Budget", line.amounts().budget(), because, positions);
    }

    private static boolean isShown(
            OutturnForecast forecast, Line line, LocalDate asAt, List<Act> acts) {
        return forecasts(asAt, acts).stream()
                .reduce((earlier, later) -> later)
                .map(shown -> ((OutturnForecast) shown.event()).asAt().equals(forecast.asAt()))
                .orElse(false);
    }

    /** Up to the cut-off, by the day they speak of; those of one day as they were said. */
    private static List<Act> forecasts(LocalDate asAt, List<Act> acts) {
        return acts.stream()
                .filter(
                        act ->
                                act.event() instanceof OutturnForecast forecast
                                        && !forecast.asAt().isAfter(asAt))
                .sorted(Comparator.comparing(act -> ((OutturnForecast) act.event()).asAt()))
                .toList();
    }

    private static Explained forecast(String name, Line line, LocalDate asAt, List<Act> acts) {
        List<Act> known = forecasts(asAt, acts);
        List<Act> shown =
                known.stream()
                        .filter(act -> isShown((OutturnForecast) act.event(), line, asAt, acts))
                        .toList();
        List<String> because = new ArrayList<>();
        if (shown.isEmpty()) {
            because.add("No outturn has been forecast up to %s.".formatted(Say.day(asAt)));
        }
        Figure before = null;
        for (Act act : shown) {
            OutturnForecast forecast = (OutturnForecast) act.event();
            because.add(
                    "%s forecast an outturn of %s as at %s%s."
                            .formatted(
                                    act.by(),
                                    forecast.amount(),
                                    Say.day(forecast.asAt()),
                                    before == null ? "" : ", in place of " + before));
            before = forecast.amount();
        }
        if (known.size() > shown.size()) {
            because.add("It is the forecast of the latest day up to %s.".formatted(Say.day(asAt)));
        }
        return Explained.of(
                name + ".forecast",
                "Forecast",
                line.amounts().forecast(),
                because,
                shown.stream().map(Act::position).toList());
    }

    private static Explained variance(String name, Amounts amounts, List<Long> positions) {
        return Explained.of(
                name + ".variance",
                "Variance",
                amounts.variance(),
                List.of(varianceSentence(amounts)),
                positions);
    }

    private static String varianceSentence(Amounts amounts) {
        if (amounts.variance() == null) {
            return "There is no forecast to take from the budget.";
        }
        return "Budget less forecast: %s = %s, %s."
                .formatted(
                        Say.sum(List.of(amounts.budget(), amounts.forecast().negated())),
                        amounts.variance(),
                        switch (amounts.variance().signum()) {
                            case 1 -> "an underspend";
                            case 0 -> "neither an underspend nor an overspend";
                            default -> "an overspend";
                        });
    }

    /** {@code which} is subTotal or total. */
    static List<Explained> total(BudgetTable table, String which) {
        boolean sub = which.equals(SUB_TOTAL);
        List<Line> lines =
                table.lines().stream()
                        .filter(line -> !sub || line.kind() == BudgetLineKind.BASE)
                        .toList();
        Amounts amounts = sub ? table.subTotal() : table.total();
        String name = "budget." + which;
        String of =
                sub
                        ? "the year’s own lines, without what was brought forward"
                        : "all lines, with what was brought forward";
        return List.of(
                sum(name + ".budget", "Budget", of, table.unit(), lines, Amounts::budget, amounts),
                sum(
                        name + ".forecast",
                        "Forecast",
                        of,
                        table.unit(),
                        lines,
                        Amounts::forecast,
                        amounts),
                Explained.counting(
                        name + ".variance",
                        "Variance",
                        amounts.variance(),
                        List.of(varianceSentence(amounts)),
                        counted(lines, Amounts::variance)));
    }

    private static Explained sum(
            String name,
            String what,
            String of,
            MoneyUnit unit,
            List<Line> lines,
            Function<Amounts, Figure> amount,
            Amounts total) {
        List<String> because = new ArrayList<>();
        List<Line> missing =
                lines.stream().filter(line -> amount.apply(line.amounts()) == null).toList();
        if (missing.isEmpty()) {
            because.add("It adds up %s.".formatted(of));
            if (lines.stream().anyMatch(line -> line.unit() != unit)) {
                because.add("The lines count different units, so all are added up in pounds.");
            }
            because.add(
                    lines.isEmpty()
                            ? "There are none."
                            : "%s = %s."
                                    .formatted(
                                            Say.sum(
                                                    lines.stream()
                                                            .map(line -> inUnit(line, unit, amount))
                                                            .toList()),
                                            amount.apply(total)));
        } else {
            because.add(
                    "There is no total while a line has none: %s."
                            .formatted(
                                    String.join(
                                            ", ", missing.stream().map(Line::category).toList())));
        }
        return Explained.counting(name, what, amount.apply(total), because, counted(lines, amount));
    }

    private static Figure inUnit(Line line, MoneyUnit unit, Function<Amounts, Figure> amount) {
        Figure own = amount.apply(line.amounts());
        return line.unit() == unit ? own : line.unit().inPounds(own);
    }

    private static List<Counted> counted(List<Line> lines, Function<Amounts, Figure> amount) {
        return lines.stream()
                .map(
                        line ->
                                new Counted(
                                        "budget-line",
                                        line.id(),
                                        line.category(),
                                        Stream.of(amount.apply(line.amounts()))
                                                .filter(Objects::nonNull)
                                                .map(Object::toString)
                                                .findFirst()
                                                .orElse(null)))
                .toList();
    }
}
