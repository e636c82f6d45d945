package org.muniment.query.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.figures.Status;
import org.muniment.kernel.kpi.KpiEvent.KpiActualRecorded;
import org.muniment.kernel.kpi.KpiEvent.KpiActualRestated;
import org.muniment.kernel.kpi.KpiEvent.KpiActualSignedOff;
import org.muniment.kernel.kpi.KpiEvent.KpiNotMeasuredRecorded;
import org.muniment.kernel.kpi.NotMeasuredReason;
import org.muniment.kernel.words.Narrative;

/**
 * What is said of one month of a KPI.
 *
 * @param actual the figure shown; absent where there was none to measure
 * @param target what the figure was judged against when it was recorded
 * @param rule the rule that decided the status; absent where there is no figure
 * @param reason why there is no figure; absent where there is one
 * @param restatements its corrections, oldest first
 * @param signedOff who has checked this very figure, and how; absent where nobody has
 * @param recorded position of the event that said it first in these words
 * @param position of the last event about it: that one, or its last restatement
 */
public record KpiFigure(
        Status status,
        String rule,
        Figure actual,
        Figure target,
        NotMeasuredReason reason,
        Narrative comment,
        Narrative proposedAction,
        List<Restatement> restatements,
        SignOff signedOff,
        long recorded,
        long position) {
    /** Of a month nothing was said about. */
    public static final KpiFigure NONE =
            new KpiFigure(
                    Status.NOT_MEASURED, null, null, null, null, null, null, List.of(), null, 0, 0);

    static KpiFigure of(KpiActualRecorded event, long position) {
        return new KpiFigure(
                event.judgement().status(),
                event.judgement().rule(),
                event.measurement().actual(),
                event.target(),
                null,
                event.comment(),
                event.proposedAction(),
                List.of(),
                null,
                position,
                position);
    }

    static KpiFigure of(KpiNotMeasuredRecorded event, long position) {
        return new KpiFigure(
                event.reason().status(),
                null,
                null,
                null,
                event.reason(),
                event.comment(),
                null,
                List.of(),
                null,
                position,
                position);
    }

    KpiFigure after(KpiActualRestated event, LoggedEvent logged) {
        List<Restatement> all = new ArrayList<>(restatements);
        all.add(Restatement.of(event, logged));
        return new KpiFigure(
                event.judgement().status(),
                event.judgement().rule(),
                event.actual(),
                event.target(),
                null,
                comment,
                proposedAction,
                List.copyOf(all),
                null,
                recorded,
                logged.position());
    }

    /** Still the same figure, so its position stays. */
    KpiFigure after(KpiActualSignedOff event, LoggedEvent logged) {
        return new KpiFigure(
                status,
                rule,
                actual,
                target,
                reason,
                comment,
                proposedAction,
                restatements,
                SignOff.of(event, logged),
                recorded,
                position);
    }

    public boolean lacksSignOff() {
        return actual != null && signedOff == null;
    }

    public boolean isRestated() {
        return !restatements.isEmpty();
    }

    /** The figure first shown, where it was restated; absent where none had been. */
    public Optional<Figure> reported() {
        return restatements.stream().findFirst().map(Restatement::replaced);
    }

    /** Why it was restated last. */
    public Optional<Narrative> restatement() {
        return isRestated()
                ? Optional.of(restatements.get(restatements.size() - 1).reason())
                : Optional.empty();
    }
}
