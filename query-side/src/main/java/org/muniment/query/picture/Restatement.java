package org.muniment.query.picture;

import java.time.Instant;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.kpi.KpiEvent.KpiActualRestated;
import org.muniment.kernel.words.Narrative;

/**
 * One correction of a figure that had been reported.
 *
 * @param replaced the figure until then; absent where none had been reported
 */
public record Restatement(
        long position, Instant recordedAt, Figure replaced, Figure actual, Narrative reason) {
    static Restatement of(KpiActualRestated event, LoggedEvent logged) {
        return new Restatement(
                logged.position(),
                logged.recordedAt(),
                event.replaced(),
                event.actual(),
                event.reason());
    }
}
