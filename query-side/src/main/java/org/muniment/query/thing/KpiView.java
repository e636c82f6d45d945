package org.muniment.query.thing;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.figures.Status;
import org.muniment.kernel.figures.Unit;
import org.muniment.kernel.kpi.AnnualTarget;
import org.muniment.kernel.kpi.Cadence;
import org.muniment.kernel.kpi.KpiDefinition;
import org.muniment.kernel.kpi.NotMeasuredReason;
import org.muniment.kernel.kpi.Profile;
import org.muniment.kernel.words.Code;
import org.muniment.kernel.words.Lead;
import org.muniment.kernel.words.Narrative;
import org.muniment.kernel.words.Title;
import org.muniment.query.picture.KpiFigure;
import org.muniment.query.picture.KpiPicture;
import org.muniment.query.picture.PlanPicture;
import org.muniment.query.picture.SignOff;

/**
 * One KPI series, all its months included.
 *
 * @param annualTarget as printed: the words where there are any
 * @param annualValue its number; absent where there are only words
 */
record KpiView(
        String id,
        String plan,
        long version,
        Code service,
        Title section,
        Title title,
        Code scope,
        Lead lead,
        Unit unit,
        Cadence cadence,
        Figure priorActual,
        String annualTarget,
        Figure annualValue,
        Profile profile,
        List<Month> figures) {
    /**
     * What is said of one month.
     *
     * @param targetToDate what the figure was judged against
     * @param reported the figure first shown, where it was restated
     * @param signedOff who has checked this very figure; absent where nobody has, and for those
     *     whom the committee informs
     */
    record Month(
            YearMonth month,
            Figure targetToDate,
            Figure actual,
            Status status,
            String rule,
            boolean restated,
            Figure reported,
            NotMeasuredReason reason,
            Narrative comment,
            Narrative proposedAction,
            Narrative restatement,
            SignOff signedOff) {
        static Month of(YearMonth month, KpiFigure figure, boolean withSignOffs) {
            return new Month(
                    month,
                    figure.target(),
                    figure.actual(),
                    figure.status(),
                    figure.rule(),
                    figure.isRestated(),
                    figure.reported().orElse(null),
                    figure.reason(),
                    figure.comment(),
                    figure.proposedAction(),
                    figure.restatement().orElse(null),
                    withSignOffs ? figure.signedOff() : null);
        }
    }

    static KpiView of(PlanPicture plan, KpiPicture kpi, boolean withSignOffs) {
        KpiDefinition definition = kpi.definition();
        Optional<AnnualTarget> annual = Optional.ofNullable(definition.annualTarget());
        return new KpiView(
                kpi.id().value(),
                plan.adopted().plan().value(),
                kpi.version(),
                definition.service(),
                definition.section(),
                definition.title(),
                definition.scope(),
                definition.lead(),
                definition.unit(),
                definition.cadence(),
                definition.priorActual(),
                annual.map(AnnualTarget::printed).orElse(null),
                annual.map(AnnualTarget::value).orElse(null),
                definition.profile(),
                kpi.months().entrySet().stream()
                        .map(it -> Month.of(it.getKey(), it.getValue(), withSignOffs))
                        .toList());
    }
}
