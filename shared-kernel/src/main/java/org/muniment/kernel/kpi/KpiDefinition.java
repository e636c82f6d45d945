package org.muniment.kernel.kpi;

import java.time.YearMonth;
import java.util.Optional;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.figures.Polarity;
import org.muniment.kernel.figures.Unit;
import org.muniment.kernel.words.Code;
import org.muniment.kernel.words.Lead;
import org.muniment.kernel.words.Malformed;
import org.muniment.kernel.words.Title;

/**
 * What a KPI series measures and is measured against.
 *
 * @param scope a council's code or SS; absent where the measure is not divided
 * @param band half the width of the band, in the KPI's unit; only with WITHIN_BAND
 * @param accumulates true where the figure builds up over the year (an audit plan completed), so
 *     that a low target to date is natural; false for a rate or a level
 * @param annualTarget absent for a figure kept as a matter of record
 */
public record KpiDefinition(
        Code service,
        Title section,
        Title title,
        Code scope,
        Lead lead,
        Unit unit,
        Polarity polarity,
        Figure band,
        boolean accumulates,
        Figure priorActual,
        AnnualTarget annualTarget,
        Cadence cadence,
        Profile profile) {
    public KpiDefinition {
        profile = profile == null ? Profile.NONE : profile;
        if (polarity == Polarity.WITHIN_BAND && (band == null || band.signum() <= 0)) {
            throw new Malformed("band", "a KPI that must stay within a band needs one above zero");
        }
        if (polarity != Polarity.WITHIN_BAND && band != null) {
            throw new Malformed("band", "only a KPI of polarity WITHIN_BAND has a band");
        }
    }

    /** What the figure of {@code month} is judged against: the profile, else the annual value. */
    public Optional<Figure> targetToDate(YearMonth month) {
        return profile.targetToDate(month)
                .or(() -> Optional.ofNullable(annualTarget).map(AnnualTarget::value));
    }

    public KpiDefinition against(AnnualTarget revised, Profile revisedProfile) {
        return new KpiDefinition(
                service,
                section,
                title,
                scope,
                lead,
                unit,
                polarity,
                band,
                accumulates,
                priorActual,
                revised,
                cadence,
                revisedProfile);
    }
}
