package org.muniment.command.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.muniment.kernel.budget.BudgetLineCommand.AdjustBudgetLine;
import org.muniment.kernel.budget.BudgetLineCommand.ForecastOutturn;
import org.muniment.kernel.budget.BudgetLineId;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.words.Narrative;

/** A row of budget-lines: a change of its budget, a forecast of its outturn, or both. */
final class BudgetRows {
    static final List<Column> COLUMNS =
            List.of(
                    Column.required("line"),
                    Column.ignored("title"),
                    Column.optional("change"),
                    Column.optional("counterpart"),
                    Column.optional("reason"),
                    Column.optional("asAt"),
                    Column.optional("forecast"));

    private BudgetRows() {}

    static List<Step> steps(Cells cells) {
        if (!cells.hasAny("change", "counterpart", "reason", "forecast")) {
            return List.of();
        }
        BudgetLineId line = cells.required("line", BudgetLineId::new);
        List<Step> steps = new ArrayList<>();
        if (cells.hasAny("change", "counterpart", "reason")) {
            adjust(cells, line, steps);
        }
        if (cells.has("forecast")) {
            forecast(cells, line, steps);
        }
        return cells.faults().isEmpty() ? steps : List.of();
    }

    private static void adjust(Cells cells, BudgetLineId line, List<Step> steps) {
        Figure change = cells.required("change", Numbers::figure);
        BudgetLineId counterpart = cells.optional("counterpart", BudgetLineId::new);
        Narrative reason = cells.required("reason", Cells.words(Narrative::new));
        if (change != null && change.isZero()) {
            cells.fault("change", "must not be zero");
        }
        if (line != null && line.equals(counterpart)) {
            cells.fault("counterpart", "must be another line");
        }
        if (cells.faults().isEmpty()) {
            String move = counterpart == null ? null : move(line, change, counterpart);
            steps.add(
                    new Step(
                            line.toString(),
                            new AdjustBudgetLine(line, change, reason, counterpart),
                            move == null ? "change the budget by " + change : "move " + move,
                            null,
                            move));
        }
    }

    /** The same from both ends, so that one virement is not told twice. */
    private static String move(BudgetLineId line, Figure change, BudgetLineId counterpart) {
        boolean away = change.signum() < 0;
        return "%s from %s to %s"
                .formatted(
                        change.magnitude().value().stripTrailingZeros().toPlainString(),
                        (away ? line : counterpart).value(),
                        (away ? counterpart : line).value());
    }

    private static void forecast(Cells cells, BudgetLineId line, List<Step> steps) {
        LocalDate asAt = cells.required("asAt", Dates::day);
        Figure amount = cells.required("forecast", Numbers::figure);
        if (cells.faults().isEmpty()) {
            steps.add(
                    new Step(
                            line.toString(),
                            new ForecastOutturn(line, asAt, amount),
                            "forecast " + amount + " as at " + asAt,
                            null,
                            line.value() + " as at " + asAt));
        }
    }
}
