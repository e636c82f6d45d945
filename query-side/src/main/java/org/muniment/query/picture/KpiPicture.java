package org.muniment.query.picture;

import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.muniment.kernel.kpi.KpiDefinition;
import org.muniment.kernel.kpi.KpiEvent;
import org.muniment.kernel.kpi.KpiEvent.KpiActualRecorded;
import org.muniment.kernel.kpi.KpiEvent.KpiActualRestated;
import org.muniment.kernel.kpi.KpiEvent.KpiActualSignedOff;
import org.muniment.kernel.kpi.KpiEvent.KpiDefined;
import org.muniment.kernel.kpi.KpiEvent.KpiNotMeasuredRecorded;
import org.muniment.kernel.kpi.KpiEvent.KpiTargetRevised;
import org.muniment.kernel.kpi.KpiId;

/**
 * One KPI series: its present definition, and the last word on each month.
 *
 * @param version how many events it has
 */
public record KpiPicture(
        KpiId id, long version, KpiDefinition definition, SortedMap<YearMonth, KpiFigure> months) {
    /** Its title, and of which council where the measure is divided. */
    public String name() {
        String title = definition.title().value();
        return definition.scope() == null ? title : title + " (" + definition.scope() + ")";
    }

    static KpiPicture of(KpiDefined event) {
        return new KpiPicture(event.kpi(), 1, event.definition(), Fold.none());
    }

    KpiPicture after(KpiEvent event, LoggedEvent logged) {
        long position = logged.position();
        if (event instanceof KpiActualRecorded recorded) {
            return with(recorded.month(), KpiFigure.of(recorded, position));
        }
        if (event instanceof KpiNotMeasuredRecorded recorded) {
            return with(recorded.month(), KpiFigure.of(recorded, position));
        }
        if (event instanceof KpiActualRestated restated) {
            return with(
                    restated.month(),
                    months.getOrDefault(restated.month(), KpiFigure.NONE).after(restated, logged));
        }
        if (event instanceof KpiActualSignedOff signedOff) {
            return with(signedOff.month(), months.get(signedOff.month()).after(signedOff, logged));
        }
        KpiTargetRevised revised = (KpiTargetRevised) event;
        return new KpiPicture(
                id,
                version + 1,
                definition.against(revised.annualTarget(), revised.profile()),
                months);
    }

    /** The latest month up to and including {@code month} of which anything is said. */
    public Optional<Map.Entry<YearMonth, KpiFigure>> latest(YearMonth month) {
        SortedMap<YearMonth, KpiFigure> known = months.headMap(month.plusMonths(1));
        return known.isEmpty()
                ? Optional.empty()
                : Optional.of(Map.entry(known.lastKey(), known.get(known.lastKey())));
    }

    private KpiPicture with(YearMonth month, KpiFigure figure) {
        return new KpiPicture(id, version + 1, definition, Fold.withSorted(months, month, figure));
    }
}
