package org.muniment.query.dashboard;

import java.time.YearMonth;
import java.util.Map;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.figures.Status;
import org.muniment.kernel.figures.Unit;
import org.muniment.kernel.kpi.Cadence;
import org.muniment.kernel.kpi.KpiDefinition;
import org.muniment.kernel.kpi.NotMeasuredReason;
import org.muniment.kernel.words.Code;
import org.muniment.query.picture.KpiFigure;
import org.muniment.query.picture.KpiPicture;
import org.muniment.query.picture.PlanPicture;

/**
 * One series as the committee reads it: its latest month up to the cut-off.
 *
 * @param annualTarget as printed: the words where there are any
 * @param annualValue its number; absent where there are only words
 * @param targetToDate what the figure was judged against; where none was measured, the profile's
 * @param month the month shown; absent where nothing was said yet
 * @param late recorded or restated after a pack that reports on its month had been taken
 * @param reported the figure first shown, where it was restated
 */
public record KpiRow(
        String id,
        Code service,
        String section,
        String title,
        Code scope,
        String lead,
        Unit unit,
        Cadence cadence,
        Figure priorActual,
        String annualTarget,
        Figure annualValue,
        Figure targetToDate,
        YearMonth month,
        Figure actual,
        Status status,
        String rule,
        boolean restated,
        boolean late,
        Figure reported,
        NotMeasuredReason reason,
        String comment,
        String proposedAction,
        String restatement) {
    static KpiRow of(KpiPicture kpi, YearMonth cutOff, PlanPicture picture) {
        Map.Entry<YearMonth, KpiFigure> latest = kpi.latest(cutOff).orElse(null);
        KpiFigure figure = latest == null ? KpiFigure.NONE : latest.getValue();
        KpiDefinition definition = kpi.definition();
        return new KpiRow(
                kpi.id().value(),
                definition.service(),
                definition.section().value(),
                definition.title().value(),
                definition.scope(),
                definition.lead().value(),
                definition.unit(),
                definition.cadence(),
                definition.priorActual(),
                definition.annualTarget() == null ? null : definition.annualTarget().printed(),
                definition.annualTarget() == null ? null : definition.annualTarget().value(),
                figure.actual() == null
                        ? definition.profile().targetToDate(cutOff).orElse(null)
                        : figure.target(),
                latest == null ? null : latest.getKey(),
                figure.actual(),
                figure.status(),
                figure.rule(),
                figure.isRestated(),
                latest != null && picture.isLate(latest.getKey(), figure.position()),
                figure.reported().orElse(null),
                figure.reason(),
                text(figure.comment()),
                text(figure.proposedAction()),
                text(figure.restatement().orElse(null)));
    }

    private static String text(Object words) {
        return words == null ? null : words.toString();
    }
}
