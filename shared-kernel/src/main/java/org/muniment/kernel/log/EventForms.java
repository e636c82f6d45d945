package org.muniment.kernel.log;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.muniment.kernel.access.AccessEvent.DeputyAppointed;
import org.muniment.kernel.access.AccessEvent.DeputyDismissed;
import org.muniment.kernel.access.AccessEvent.RoleGranted;
import org.muniment.kernel.access.AccessEvent.RoleWithdrawn;
import org.muniment.kernel.access.AccessEvent.SecretCancelled;
import org.muniment.kernel.access.AccessEvent.SecretIssued;
import org.muniment.kernel.budget.BudgetLineEvent.BudgetLineAdjusted;
import org.muniment.kernel.budget.BudgetLineEvent.BudgetLineApproved;
import org.muniment.kernel.budget.BudgetLineEvent.OutturnForecast;
import org.muniment.kernel.deadletter.DeadLetterEvent.DeadLetterEvicted;
import org.muniment.kernel.deadletter.DeadLetterEvent.DeadLetterRetried;
import org.muniment.kernel.kpi.KpiEvent.KpiActualRecorded;
import org.muniment.kernel.kpi.KpiEvent.KpiActualRestated;
import org.muniment.kernel.kpi.KpiEvent.KpiActualSignedOff;
import org.muniment.kernel.kpi.KpiEvent.KpiDefined;
import org.muniment.kernel.kpi.KpiEvent.KpiNotMeasuredRecorded;
import org.muniment.kernel.kpi.KpiEvent.KpiTargetRevised;
import org.muniment.kernel.ledgerkey.LedgerKeyEvent.LedgerKeyRotated;
import org.muniment.kernel.meeting.MeetingEvent.MeetingRescheduled;
import org.muniment.kernel.meeting.MeetingEvent.MeetingScheduled;
import org.muniment.kernel.partnership.PartnershipEvent.PartnershipEstablished;
import org.muniment.kernel.person.PersonEvent.ErasureProposed;
import org.muniment.kernel.person.PersonEvent.PersonErased;
import org.muniment.kernel.person.PersonEvent.PersonNamed;
import org.muniment.kernel.plan.PlanEvent.FigureStated;
import org.muniment.kernel.plan.PlanEvent.PlanAdopted;
import org.muniment.kernel.plan.PlanEvent.VariationExplained;
import org.muniment.kernel.project.ProjectEvent.ProjectAdded;
import org.muniment.kernel.project.ProjectEvent.ProjectCompleted;
import org.muniment.kernel.project.ProjectEvent.ProjectProgressReported;
import org.muniment.kernel.project.ProjectEvent.ProjectRescheduled;
import org.muniment.kernel.refusal.RefusalEvent.RefusalsRecorded;
import org.muniment.kernel.request.RequestEvent.ImportAnswered;
import org.muniment.kernel.request.RequestEvent.RequestAnswered;
import org.muniment.kernel.selfaudit.SelfAuditEvent.SelfAuditCompleted;
import org.muniment.kernel.serving.ServingEvent.ServingsRecorded;
import org.muniment.kernel.snapshot.SnapshotEvent.FreezeBegun;
import org.muniment.kernel.snapshot.SnapshotEvent.FreezeConfirmed;
import org.muniment.kernel.snapshot.SnapshotEvent.QuarterFrozen;
import org.muniment.kernel.snapshot.SnapshotEvent.SnapshotPublished;
import org.muniment.kernel.snapshot.SnapshotEvent.SnapshotSuperseded;

/** The closed list of what the log may hold. Lines are only ever added. */
public final class EventForms {
    public static final List<EventForm> ALL =
            List.of(
                    new EventForm("partnership.established", "1", PartnershipEstablished.class),
                    new EventForm("plan.adopted", "1", PlanAdopted.class),
                    new EventForm("plan.variation-explained", "1", VariationExplained.class),
                    new EventForm("plan.figure-stated", "1", FigureStated.class),
                    new EventForm("kpi.defined", "1", KpiDefined.class),
                    new EventForm("kpi.actual-recorded", "1", KpiActualRecorded.class),
                    new EventForm("kpi.not-measured-recorded", "1", KpiNotMeasuredRecorded.class),
                    new EventForm("kpi.actual-restated", "1", KpiActualRestated.class),
                    new EventForm("kpi.target-revised", "1", KpiTargetRevised.class),
                    new EventForm("project.added", "1", ProjectAdded.class),
                    new EventForm("project.progress-reported", "1", ProjectProgressReported.class),
                    new EventForm("project.rescheduled", "1", ProjectRescheduled.class),
                    new EventForm("project.completed", "1", ProjectCompleted.class),
                    new EventForm("budget-line.approved", "1", BudgetLineApproved.class),
                    new EventForm("budget-line.adjusted", "1", BudgetLineAdjusted.class),
                    new EventForm("budget-line.outturn-forecast", "1", OutturnForecast.class),
                    new EventForm("meeting.scheduled", "1", MeetingScheduled.class),
                    new EventForm("meeting.rescheduled", "1", MeetingRescheduled.class),
                    new EventForm("plan.freeze-begun", "1", FreezeBegun.class),
                    new EventForm("snapshot.quarter-frozen", "1", QuarterFrozen.class),
                    new EventForm("snapshot.freeze-confirmed", "1", FreezeConfirmed.class),
                    new EventForm("snapshot.published", "1", SnapshotPublished.class),
                    new EventForm("snapshot.superseded", "1", SnapshotSuperseded.class),
                    new EventForm("self-audit.completed", "1", SelfAuditCompleted.class),
                    new EventForm("servings.recorded", "1", ServingsRecorded.class),
                    new EventForm("ledger.key-rotated", "1", LedgerKeyRotated.class),
                    new EventForm("person.named", "1", PersonNamed.class),
                    new EventForm("person.erasure-proposed", "1", ErasureProposed.class),
                    new EventForm("person.erased", "1", PersonErased.class),
                    new EventForm("request.answered", "1", RequestAnswered.class),
                    new EventForm("request.import-answered", "1", ImportAnswered.class),
                    new EventForm("kpi.actual-signed-off", "1", KpiActualSignedOff.class),
                    new EventForm("access.role-granted", "1", RoleGranted.class),
                    new EventForm("access.role-withdrawn", "1", RoleWithdrawn.class),
                    new EventForm("access.deputy-appointed", "1", DeputyAppointed.class),
                    new EventForm("access.deputy-dismissed", "1", DeputyDismissed.class),
                    new EventForm("access.secret-issued", "1", SecretIssued.class),
                    new EventForm("access.secret-cancelled", "1", SecretCancelled.class),
                    new EventForm("refusals.recorded", "1", RefusalsRecorded.class),
                    new EventForm("dead-letter.retried", "1", DeadLetterRetried.class),
                    new EventForm("dead-letter.evicted", "1", DeadLetterEvicted.class));

    private static final Map<Class<?>, EventForm> BY_TYPE =
            ALL.stream().collect(Collectors.toMap(EventForm::type, Function.identity()));
    private static final Map<String, EventForm> BY_NAME =
            ALL.stream()
                    .collect(
                            Collectors.toMap(
                                    form -> key(form.name(), form.revision()),
                                    Function.identity()));

    private EventForms() {}

    public static Optional<EventForm> of(Class<?> type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    public static Optional<EventForm> of(String name, String revision) {
        return Optional.ofNullable(BY_NAME.get(key(name, revision)));
    }

    private static String key(String name, String revision) {
        return name + "/" + revision;
    }
}
