package org.muniment.query.committee;

import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.muniment.query.dashboard.Dashboard;
import org.muniment.query.dashboard.KpiRow;
import org.muniment.query.page.Words;

/**
 * The figures that are of an earlier month than the cut-off's. Pure.
 *
 * @param months which month each is of, by the id of its indicator
 */
public record OlderFigures(YearMonth cutOff, Map<String, YearMonth> months) {
    static OlderFigures of(Dashboard dashboard) {
        YearMonth cutOff = YearMonth.from(dashboard.asAt());
        return new OlderFigures(
                cutOff,
                dashboard.tables().kpis().rows().stream()
                        .filter(row -> row.actual() != null && row.month().isBefore(cutOff))
                        .collect(Collectors.toMap(KpiRow::id, KpiRow::month)));
    }

    /** Absent where every figure is of the cut-off's month. */
    Optional<String> headline() {
        return months.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "%s older than %s."
                                .formatted(
                                        months.size() == 1
                                                ? "1 figure is"
                                                : months.size() + " figures are",
                                        new Words().month(cutOff)));
    }
}
