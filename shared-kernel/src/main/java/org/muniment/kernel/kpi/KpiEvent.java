package org.muniment.kernel.kpi;

import java.time.YearMonth;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.figures.Judgement;
import org.muniment.kernel.figures.StatusRule;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.plan.PlanRecord;
import org.muniment.kernel.time.FinancialYear;
import org.muniment.kernel.words.Narrative;
import org.muniment.kernel.words.PersonId;
import org.muniment.kernel.words.Title;

/** What has happened to a KPI. */
public sealed interface KpiEvent extends PlanRecord {
    KpiId kpi();

    /** {@code year} and {@code rule} are the plan's, kept here so that the KPI can judge alone. */
    record KpiDefined(
            KpiId kpi, PlanId plan, FinancialYear year, StatusRule rule, KpiDefinition definition)
            implements KpiEvent {}

    /** {@code target} is what the figure was judged against; absent for a matter of record. */
    record KpiActualRecorded(
            KpiId kpi,
            PlanId plan,
            YearMonth month,
            Measurement measurement,
            Figure target,
            Judgement judgement,
            Narrative comment,
            Narrative proposedAction)
            implements KpiEvent {}

    record KpiNotMeasuredRecorded(
            KpiId kpi, PlanId plan, YearMonth month, NotMeasuredReason reason, Narrative comment)
            implements KpiEvent {}

    /** {@code replaced} is the figure shown until now, {@code actual} the one that mends it. */
    record KpiActualRestated(
            KpiId kpi,
            PlanId plan,
            YearMonth month,
            Figure replaced,
            Figure actual,
            Figure target,
            Judgement judgement,
            Narrative reason)
            implements KpiEvent {}

    /** {@code actual} is the figure signed for: another one of the month is not signed off. */
    record KpiActualSignedOff(
            KpiId kpi,
            PlanId plan,
            YearMonth month,
            Figure actual,
            Title source,
            Narrative calculation,
            PersonId signedOffBy)
            implements KpiEvent {}

    record KpiTargetRevised(
            KpiId kpi, PlanId plan, AnnualTarget annualTarget, Profile profile, Narrative reason)
            implements KpiEvent {}

    @Override
    default String subject() {
        return kpi().toString();
    }
}
