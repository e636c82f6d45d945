package org.muniment.command.kpi;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.muniment.command.dispatch.Provenance;
import org.muniment.command.plan.AdoptedPlans;
import org.muniment.command.plan.PlanTerms;
import org.muniment.command.snapshot.ClosedMonths;
import org.muniment.kernel.access.Actors;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.figures.Judgement;
import org.muniment.kernel.figures.StatusRule;
import org.muniment.kernel.kpi.KpiCommand.DefineKpi;
import org.muniment.kernel.kpi.KpiCommand.RecordKpiActual;
import org.muniment.kernel.kpi.KpiCommand.RecordKpiNotMeasured;
import org.muniment.kernel.kpi.KpiCommand.RestateKpiActual;
import org.muniment.kernel.kpi.KpiCommand.ReviseKpiTarget;
import org.muniment.kernel.kpi.KpiCommand.SignOffKpiActual;
import org.muniment.kernel.kpi.KpiDefinition;
import org.muniment.kernel.kpi.KpiEvent;
import org.muniment.kernel.kpi.KpiEvent.KpiActualRecorded;
import org.muniment.kernel.kpi.KpiEvent.KpiActualRestated;
import org.muniment.kernel.kpi.KpiEvent.KpiActualSignedOff;
import org.muniment.kernel.kpi.KpiEvent.KpiDefined;
import org.muniment.kernel.kpi.KpiEvent.KpiNotMeasuredRecorded;
import org.muniment.kernel.kpi.KpiEvent.KpiTargetRevised;
import org.muniment.kernel.kpi.KpiId;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.time.FinancialYear;

/**
 * One KPI series. It keeps the last word on each month, so that saying it twice changes nothing.
 */
final class Kpi {
    @AggregateIdentifier private KpiId id;
    private PlanId plan;
    private FinancialYear year;
    private StatusRule rule;
    private KpiDefinition definition;
    private final Map<YearMonth, KpiEvent> lastWord = new HashMap<>();
    private final Map<YearMonth, Figure> figures = new HashMap<>();
    private final Map<YearMonth, Actors> recorders = new HashMap<>();
    private final Set<YearMonth> signedOff = new HashSet<>();

    Kpi() {}

    @CommandHandler
    Kpi(DefineKpi command, AdoptedPlans plans) {
        PlanTerms terms = plans.termsOf(command.plan());
        KpiRules.requireFits(command.definition(), terms);
        apply(
                new KpiDefined(
                        command.kpi(),
                        command.plan(),
                        terms.year(),
                        terms.terms().rule(),
                        command.definition()));
    }

    @CommandHandler
    void handle(RecordKpiActual command, ClosedMonths closed) {
        PlanTerms.requireWithin(year, command.month(), "month");
        if (KpiRules.repeats(command, lastWord.get(command.month()))) {
            return;
        }
        KpiRules.requireOpen(closed.closing(plan, command.month()), id, command.month());
        KpiRules.requireNotRestated(lastWord.get(command.month()));
        KpiRules.requireCountsAgree(command.measurement(), definition.unit());
        Figure target = definition.targetToDate(command.month()).orElse(null);
        Judgement judgement =
                KpiRules.judge(rule, definition, target, command.measurement().actual());
        KpiRules.requireExplained(judgement, command.comment(), command.proposedAction());
        apply(
                new KpiActualRecorded(
                        id,
                        plan,
                        command.month(),
                        command.measurement(),
                        target,
                        judgement,
                        command.comment(),
                        command.proposedAction()));
    }

    @CommandHandler
    void handle(RecordKpiNotMeasured command, ClosedMonths closed) {
        PlanTerms.requireWithin(year, command.month(), "month");
        KpiNotMeasuredRecorded event =
                new KpiNotMeasuredRecorded(
                        id, plan, command.month(), command.reason(), command.comment());
        if (event.equals(lastWord.get(command.month()))) {
            return;
        }
        KpiRules.requireOpen(closed.closing(plan, command.month()), id, command.month());
        KpiRules.requireNotRestated(lastWord.get(command.month()));
        apply(event);
    }

    @CommandHandler
    void handle(RestateKpiActual command, ClosedMonths closed) {
        PlanTerms.requireWithin(year, command.month(), "month");
        Figure present = figures.get(command.month());
        if (command.actual().equals(present)) {
            return;
        }
        if (present == null) {
            KpiRules.requireClosed(closed.closing(plan, command.month()), command.month());
        }
        Figure target = definition.targetToDate(command.month()).orElse(null);
        apply(
                new KpiActualRestated(
                        id,
                        plan,
                        command.month(),
                        present,
                        command.actual(),
                        target,
                        KpiRules.judge(rule, definition, target, command.actual()),
                        command.reason()));
    }

    @CommandHandler
    void handle(
            SignOffKpiActual command, @MetaDataValue(Provenance.ON_BEHALF_OF) String onBehalfOf) {
        Figure actual = figures.get(command.month());
        KpiRules.requireFigure(actual, command.month());
        KpiRules.requireAnotherPerson(
                recorders.get(command.month()), Actors.of(command.person(), onBehalfOf));
        KpiRules.requireNotSignedOff(signedOff.contains(command.month()), command.month());
        apply(
                new KpiActualSignedOff(
                        id,
                        plan,
                        command.month(),
                        actual,
                        command.source(),
                        command.calculation(),
                        command.person()));
    }

    @CommandHandler
    void handle(ReviseKpiTarget command) {
        KpiDefinition revised = definition.against(command.annualTarget(), command.profile());
        KpiRules.requireWithinYear(revised.profile(), year);
        if (!revised.equals(definition)) {
            apply(
                    new KpiTargetRevised(
                            id, plan, command.annualTarget(), command.profile(), command.reason()));
        }
    }

    @EventSourcingHandler
    void on(KpiDefined event) {
        id = event.kpi();
        plan = event.plan();
        year = event.year();
        rule = event.rule();
        definition = event.definition();
    }

    @EventSourcingHandler
    void on(
            KpiActualRecorded event,
            @MetaDataValue(Provenance.BY) String by,
            @MetaDataValue(Provenance.ON_BEHALF_OF) String onBehalfOf) {
        lastWord.put(event.month(), event);
        figures.put(event.month(), event.measurement().actual());
        recorders.put(event.month(), Actors.of(by, onBehalfOf));
        signedOff.remove(event.month());
    }

    @EventSourcingHandler
    void on(KpiNotMeasuredRecorded event) {
        lastWord.put(event.month(), event);
        figures.remove(event.month());
        signedOff.remove(event.month());
    }

    @EventSourcingHandler
    void on(
            KpiActualRestated event,
            @MetaDataValue(Provenance.BY) String by,
            @MetaDataValue(Provenance.ON_BEHALF_OF) String onBehalfOf) {
        lastWord.put(event.month(), event);
        figures.put(event.month(), event.actual());
        recorders.put(event.month(), Actors.of(by, onBehalfOf));
        signedOff.remove(event.month());
    }

    @EventSourcingHandler
    void on(KpiActualSignedOff event) {
        signedOff.add(event.month());
    }

    @EventSourcingHandler
    void on(KpiTargetRevised event) {
        definition = definition.against(event.annualTarget(), event.profile());
    }
}
