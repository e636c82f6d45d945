package org.muniment.kernel.kpi;

import java.time.YearMonth;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.words.Narrative;
import org.muniment.kernel.words.PersonId;
import org.muniment.kernel.words.Reasoned;
import org.muniment.kernel.words.Title;

/** What can be said to a KPI. */
public sealed interface KpiCommand {
    record DefineKpi(@TargetAggregateIdentifier KpiId kpi, PlanId plan, KpiDefinition definition)
            implements KpiCommand {}

    record RecordKpiActual(
            @TargetAggregateIdentifier KpiId kpi,
            YearMonth month,
            Measurement measurement,
            Narrative comment,
            Narrative proposedAction)
            implements KpiCommand {}

    record RecordKpiNotMeasured(
            @TargetAggregateIdentifier KpiId kpi,
            YearMonth month,
            NotMeasuredReason reason,
            Narrative comment)
            implements KpiCommand {}

    record RestateKpiActual(
            @TargetAggregateIdentifier KpiId kpi, YearMonth month, Figure actual, Narrative reason)
            implements KpiCommand, Reasoned {}

    /** {@code source} is where the figure comes from, {@code calculation} how it was worked out. */
    record SignOffKpiActual(
            @TargetAggregateIdentifier KpiId kpi,
            YearMonth month,
            Title source,
            Narrative calculation,
            PersonId person)
            implements KpiCommand {}

    record ReviseKpiTarget(
            @TargetAggregateIdentifier KpiId kpi,
            AnnualTarget annualTarget,
            Profile profile,
            Narrative reason)
            implements KpiCommand, Reasoned {}
}
