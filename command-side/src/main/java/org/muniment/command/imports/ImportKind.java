package org.muniment.command.imports;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.muniment.kernel.words.Malformed;

/** What a file is about: its columns, and what a row of it asks for. */
public enum ImportKind {
    KPI_ACTUALS("kpi-actuals", KpiRows.COLUMNS, KpiRows::steps),
    PROJECTS("projects", ProjectRows.COLUMNS, ProjectRows::steps),
    BUDGET_LINES("budget-lines", BudgetRows.COLUMNS, BudgetRows::steps);

    private final String value;
    private final List<Column> columns;
    private final Function<Cells, List<Step>> steps;

    ImportKind(String value, List<Column> columns, Function<Cells, List<Step>> steps) {
        this.value = value;
        this.columns = columns;
        this.steps = steps;
    }

    public static ImportKind of(String text) {
        return Arrays.stream(values())
                .filter(kind -> kind.value.equals(text))
                .findFirst()
                .orElseThrow(() -> new Malformed("kind", "must be one of " + all()));
    }

    private static String all() {
        return Arrays.stream(values()).map(ImportKind::value).collect(Collectors.joining(", "));
    }

    public String value() {
        return value;
    }

    /** The headings, in the order in which a template has them. */
    public List<String> headings() {
        return columns.stream().map(Column::name).toList();
    }

    List<Column> columns() {
        return columns;
    }

    /** None where the row was left unfilled, or where it has faults. */
    List<Step> steps(Cells cells) {
        return steps.apply(cells);
    }
}
