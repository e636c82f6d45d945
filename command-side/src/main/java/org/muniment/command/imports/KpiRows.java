package org.muniment.command.imports;

import java.time.YearMonth;
import java.util.List;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.kpi.KpiCommand.RecordKpiActual;
import org.muniment.kernel.kpi.KpiCommand.RecordKpiNotMeasured;
import org.muniment.kernel.kpi.KpiId;
import org.muniment.kernel.kpi.Measurement;
import org.muniment.kernel.kpi.NotMeasuredReason;
import org.muniment.kernel.words.Malformed;
import org.muniment.kernel.words.Narrative;

/** A row of kpi-actuals: a figure of one month, or why there is none. */
final class KpiRows {
    static final List<Column> COLUMNS =
            List.of(
                    Column.required("kpi"),
                    Column.ignored("title"),
                    Column.required("month"),
                    Column.optional("actual"),
                    Column.optional("numerator"),
                    Column.optional("denominator"),
                    Column.optional("comment"),
                    Column.optional("proposedAction"),
                    Column.optional("notMeasured"));

    private KpiRows() {}

    static List<Step> steps(Cells cells) {
        if (!cells.hasAny(
                "actual", "numerator", "denominator", "comment", "proposedAction", "notMeasured")) {
            return List.of();
        }
        KpiId kpi = cells.required("kpi", KpiId::new);
        YearMonth month = cells.required("month", Dates::month);
        Narrative comment = cells.optional("comment", Cells.words(Narrative::new));
        return cells.has("notMeasured")
                ? notMeasured(cells, kpi, month, comment)
                : actual(cells, kpi, month, comment);
    }

    private static List<Step> actual(Cells cells, KpiId kpi, YearMonth month, Narrative comment) {
        Figure actual = cells.required("actual", Numbers::figure);
        Figure numerator = cells.optional("numerator", Numbers::figure);
        Figure denominator = cells.optional("denominator", Numbers::figure);
        Narrative action = cells.optional("proposedAction", Cells.words(Narrative::new));
        if (!cells.faults().isEmpty()) {
            return List.of();
        }
        try {
            Measurement measurement = new Measurement(actual, numerator, denominator);
            return List.of(
                    step(
                            kpi,
                            month,
                            new RecordKpiActual(kpi, month, measurement, comment, action),
                            "record " + actual + " for " + month));
        } catch (Malformed malformed) {
            cells.fault(malformed.field(), malformed.getMessage());
            return List.of();
        }
    }

    private static List<Step> notMeasured(
            Cells cells, KpiId kpi, YearMonth month, Narrative comment) {
        NotMeasuredReason reason =
                cells.required("notMeasured", Cells.oneOf(NotMeasuredReason.class));
        for (String column : List.of("actual", "numerator", "denominator", "proposedAction")) {
            if (cells.has(column)) {
                cells.fault(column, "must be blank where notMeasured is given");
            }
        }
        if (!cells.faults().isEmpty()) {
            return List.of();
        }
        return List.of(
                step(
                        kpi,
                        month,
                        new RecordKpiNotMeasured(kpi, month, reason, comment),
                        "record that " + month + " is not measured: " + reason));
    }

    private static Step step(KpiId kpi, YearMonth month, Object command, String words) {
        return new Step(kpi.toString(), command, words, month, kpi.value() + " in " + month);
    }
}
