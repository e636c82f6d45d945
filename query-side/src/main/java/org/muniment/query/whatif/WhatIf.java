package org.muniment.query.whatif;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.figures.Status;
import org.muniment.kernel.figures.StatusRule;
import org.muniment.kernel.kpi.KpiDefinition;
import org.muniment.kernel.words.Code;
import org.muniment.query.dashboard.KpiRow;
import org.muniment.query.dashboard.Tables;
import org.muniment.query.moment.AsOf;
import org.muniment.query.picture.PlanPicture;

/**
 * How the figures of a dashboard would be judged within another tolerance. Supposed, not recorded.
 *
 * @param hypothetical always true, so that nobody takes the answer for the record
 * @param amberWithinPercent the tolerance supposed
 * @param onRecord how many figures have which status
 * @param supposed how many would
 * @param differing those whose status would be another
 */
record WhatIf(
        String plan,
        AsOf asOf,
        LocalDate asAt,
        boolean hypothetical,
        Figure amberWithinPercent,
        Counts onRecord,
        Counts supposed,
        List<Judged> differing) {
    /** Of the figures that were judged against a target. */
    record Counts(long green, long amber, long red) {
        static Counts of(List<Judged> judged, Function<Judged, Status> status) {
            return new Counts(
                    count(judged, status, Status.GREEN),
                    count(judged, status, Status.AMBER),
                    count(judged, status, Status.RED));
        }

        private static long count(
                List<Judged> judged, Function<Judged, Status> status, Status wanted) {
            return judged.stream().filter(it -> status.apply(it) == wanted).count();
        }
    }

    /** {@code rule} is the one that gave the status on record. */
    record Judged(
            String id,
            Code service,
            String title,
            Code scope,
            Figure targetToDate,
            Figure actual,
            Status status,
            String rule,
            Status supposed) {}

    static WhatIf of(PlanPicture picture, AsOf asOf, LocalDate asAt, StatusRule supposed) {
        List<Judged> judged =
                Tables.of(picture, asAt).kpis().rows().stream()
                        .filter(row -> row.actual() != null && row.targetToDate() != null)
                        .map(row -> judged(row, definition(picture, row), supposed))
                        .toList();
        return new WhatIf(
                picture.adopted().plan().value(),
                asOf,
                asAt,
                true,
                supposed.amberWithinPercent(),
                Counts.of(judged, Judged::status),
                Counts.of(judged, Judged::supposed),
                judged.stream().filter(it -> it.status != it.supposed).toList());
    }

    private static KpiDefinition definition(PlanPicture picture, KpiRow row) {
        return picture.kpis().get(row.id()).definition();
    }

    private static Judged judged(KpiRow row, KpiDefinition definition, StatusRule supposed) {
        return new Judged(
                row.id(),
                row.service(),
                row.title(),
                row.scope(),
                row.targetToDate(),
                row.actual(),
                row.status(),
                row.rule(),
                supposed.judge(
                                definition.polarity(),
                                row.targetToDate(),
                                row.actual(),
                                definition.band())
                        .status());
    }
}
