package org.muniment.query.dashboard;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.figures.Status;
import org.muniment.kernel.words.Code;
import org.muniment.query.picture.PlanPicture;

/** Appendix Two, its summary, and the table of red figures. */
public record KpiTable(List<KpiCount> summary, KpiCount total, List<Red> red, List<KpiRow> rows) {
    /**
     * How many KPI series have which status. A series of which nothing was said yet is not
     * measured.
     *
     * @param service absent in the total
     */
    public record KpiCount(
            Code service,
            long green,
            long amber,
            long red,
            long notMeasured,
            long notApplicable,
            long total) {
        static KpiCount of(Code service, List<KpiRow> rows) {
            return new KpiCount(
                    service,
                    count(rows, Status.GREEN),
                    count(rows, Status.AMBER),
                    count(rows, Status.RED),
                    count(rows, Status.NOT_MEASURED),
                    count(rows, Status.NOT_APPLICABLE),
                    rows.size());
        }

        private static long count(List<KpiRow> rows, Status status) {
            return rows.stream().filter(row -> row.status() == status).count();
        }
    }

    /** A red figure; {@code variation} is how far it is off its target. */
    public record Red(
            String id,
            Code service,
            String title,
            Code scope,
            Figure target,
            Figure actual,
            Figure variation,
            String comment,
            String proposedAction) {
        static Red of(KpiRow row) {
            return new Red(
                    row.id(),
                    row.service(),
                    row.title(),
                    row.scope(),
                    row.targetToDate(),
                    row.actual(),
                    row.targetToDate().minus(row.actual()).magnitude(),
                    row.comment(),
                    row.proposedAction());
        }
    }

    static KpiTable of(PlanPicture picture, LocalDate asAt) {
        PaperOrder order = new PaperOrder(picture);
        List<KpiRow> rows =
                picture.kpis().values().stream()
                        .sorted(
                                order.by(
                                        kpi -> kpi.definition().service(),
                                        kpi -> kpi.definition().section()))
                        .map(kpi -> KpiRow.of(kpi, YearMonth.from(asAt), picture))
                        .toList();
        List<KpiCount> summary =
                order.services().stream()
                        .map(
                                service ->
                                        KpiCount.of(
                                                service,
                                                rows.stream()
                                                        .filter(
                                                                row ->
                                                                        row.service()
                                                                                .equals(service))
                                                        .toList()))
                        .toList();
        List<Red> red =
                rows.stream().filter(row -> row.status() == Status.RED).map(Red::of).toList();
        return new KpiTable(summary, KpiCount.of(null, rows), red, rows);
    }
}
