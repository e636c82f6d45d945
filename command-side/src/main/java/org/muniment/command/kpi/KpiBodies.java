package org.muniment.command.kpi;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.YearMonth;
import org.muniment.kernel.figures.Derivation;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.figures.Polarity;
import org.muniment.kernel.figures.Unit;
import org.muniment.kernel.kpi.AnnualTarget;
import org.muniment.kernel.kpi.Cadence;
import org.muniment.kernel.kpi.KpiDefinition;
import org.muniment.kernel.kpi.KpiId;
import org.muniment.kernel.kpi.NotMeasuredReason;
import org.muniment.kernel.kpi.Profile;
import org.muniment.kernel.words.Code;
import org.muniment.kernel.words.Lead;
import org.muniment.kernel.words.Malformed;
import org.muniment.kernel.words.Narrative;
import org.muniment.kernel.words.Title;

/** What the requests of {@link KpiApi} hold, and which of it is compulsory. */
final class KpiBodies {
    private KpiBodies() {}

    record Definition(
            @NotNull KpiId id,
            @NotNull Code service,
            @NotNull Title section,
            @NotNull Title title,
            Code scope,
            @NotNull Lead lead,
            @NotNull Unit unit,
            @NotNull Polarity polarity,
            Figure band,
            Boolean accumulates,
            Figure priorActual,
            @Valid Annual annualTarget,
            @NotNull Cadence cadence,
            Profile profile) {
        KpiDefinition definition() {
            return new KpiDefinition(
                    service,
                    section,
                    title,
                    scope,
                    lead,
                    unit,
                    polarity,
                    band,
                    Boolean.TRUE.equals(accumulates),
                    priorActual,
                    annualTarget == null ? null : annualTarget.target(),
                    cadence,
                    profile);
        }
    }

    record Annual(Figure value, Title text, Derivation derivation) {
        AnnualTarget target() {
            try {
                return new AnnualTarget(value, text, derivation);
            } catch (Malformed malformed) {
                throw new Malformed("annualTarget." + malformed.field(), malformed.getMessage());
            }
        }
    }

    record Actual(
            @NotNull YearMonth month,
            @NotNull Figure actual,
            Figure numerator,
            Figure denominator,
            Narrative comment,
            Narrative proposedAction) {}

    record NotMeasured(
            @NotNull YearMonth month, @NotNull NotMeasuredReason reason, Narrative comment) {}

    record Restatement(
            @NotNull YearMonth month, @NotNull Figure actual, @NotNull Narrative reason) {}

    /** Where the figure comes from, and how it was worked out. */
    record SignOff(
            @NotNull YearMonth month, @NotNull Title source, @NotNull Narrative calculation) {}

    record Target(
            @NotNull @Valid Annual annualTarget, Profile profile, @NotNull Narrative reason) {}
}
