package org.muniment.query.picture;

import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.figures.Status;
import org.muniment.kernel.kpi.KpiEvent.KpiActualRecorded;
import org.muniment.kernel.kpi.KpiEvent.KpiActualRestated;
import org.muniment.kernel.kpi.KpiEvent.KpiNotMeasuredRecorded;
import org.muniment.kernel.kpi.NotMeasuredReason;
import org.muniment.kernel.words.Narrative;

/**
 * What is said of one month of a KPI.
 *
 * @param actual the figure shown; absent where there was none to measure
 * @param reported the figure first shown, where it was restated; otherwise absent
 * @param target what the figure was judged against when it was recorded
 * @param rule the rule that decided the status; absent where there is no figure
 * @param reason why there is no figure; absent where there is one
 * @param restatement why the figure was restated; absent where it was not
 */
public record KpiFigure(
        Status status,
        String rule,
        Figure actual,
        Figure reported,
        Figure target,
        NotMeasuredReason reason,
        Narrative comment,
        Narrative proposedAction,
        Narrative restatement) {
    static KpiFigure of(KpiActualRecorded event) {
        return new KpiFigure(
                event.judgement().status(),
                event.judgement().rule(),
                event.measurement().actual(),
                null,
                event.target(),
                null,
                event.comment(),
                event.proposedAction(),
                null);
    }

    static KpiFigure of(KpiNotMeasuredRecorded event) {
        return new KpiFigure(
                event.reason().status(),
                null,
                null,
                null,
                null,
                event.reason(),
                event.comment(),
                null,
                null);
    }

    KpiFigure after(KpiActualRestated event) {
        return new KpiFigure(
                event.judgement().status(),
                event.judgement().rule(),
                event.actual(),
                reported == null ? event.replaced() : reported,
                event.target(),
                null,
                comment,
                proposedAction,
                event.reason());
    }

    public boolean isRestated() {
        return restatement != null;
    }
}
