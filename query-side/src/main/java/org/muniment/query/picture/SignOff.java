package org.muniment.query.picture;

import java.time.Instant;
import org.muniment.kernel.kpi.KpiEvent.KpiActualSignedOff;
import org.muniment.kernel.words.Narrative;
import org.muniment.kernel.words.PersonId;
import org.muniment.kernel.words.Title;

/** Who answers for a figure: where it comes from, and how it was worked out. */
public record SignOff(PersonId by, Instant at, Title source, Narrative calculation) {
    static SignOff of(KpiActualSignedOff event, LoggedEvent logged) {
        return new SignOff(
                event.signedOffBy(), logged.recordedAt(), event.source(), event.calculation());
    }
}
