package org.muniment.kernel.kpi;

import java.time.YearMonth;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.words.Narrative;
import org.muniment.kernel.words.Reasoned;

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

    record ReviseKpiTarget(
            @TargetAggregateIdentifier KpiId kpi,
            AnnualTarget annualTarget,
            Profile profile,
            Narrative reason)
            implements KpiCommand, Reasoned {}
}
