package org.muniment.query.telling;

import java.util.stream.Collectors;
import org.muniment.kernel.budget.BudgetLineEvent;
import org.muniment.kernel.budget.BudgetLineEvent.BudgetLineAdjusted;
import org.muniment.kernel.budget.BudgetLineEvent.BudgetLineApproved;
import org.muniment.kernel.budget.BudgetLineEvent.OutturnForecast;
import org.muniment.kernel.budget.BudgetLineKind;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.figures.Judgement;
import org.muniment.kernel.kpi.KpiEvent;
import org.muniment.kernel.kpi.KpiEvent.KpiActualRecorded;
import org.muniment.kernel.kpi.KpiEvent.KpiActualRestated;
import org.muniment.kernel.kpi.KpiEvent.KpiActualSignedOff;
import org.muniment.kernel.kpi.KpiEvent.KpiDefined;
import org.muniment.kernel.kpi.KpiEvent.KpiNotMeasuredRecorded;
import org.muniment.kernel.kpi.KpiEvent.KpiTargetRevised;
import org.muniment.kernel.plan.PlanEvent.FigureStated;
import org.muniment.kernel.plan.PlanEvent.PlanAdopted;
import org.muniment.kernel.plan.PlanEvent.VariationExplained;
import org.muniment.kernel.plan.PlanRecord;
import org.muniment.kernel.plan.VariationItem;
import org.muniment.kernel.project.ProjectEvent;
import org.muniment.kernel.project.ProjectEvent.ProjectAdded;
import org.muniment.kernel.project.ProjectEvent.ProjectCompleted;
import org.muniment.kernel.project.ProjectEvent.ProjectProgressReported;
import org.muniment.kernel.project.ProjectEvent.ProjectRescheduled;
import org.muniment.kernel.snapshot.SnapshotEvent;
import org.muniment.kernel.snapshot.SnapshotEvent.FreezeBegun;
import org.muniment.kernel.snapshot.SnapshotEvent.FreezeConfirmed;
import org.muniment.kernel.snapshot.SnapshotEvent.QuarterFrozen;
import org.muniment.kernel.snapshot.SnapshotEvent.SnapshotPublished;
import org.muniment.kernel.snapshot.SnapshotEvent.SnapshotSuperseded;

/** What an event of a plan says; who sent its command, when and why stands beside it. */
public final class Telling {
    private Telling() {}

    public static String of(PlanRecord event) {
        if (event instanceof KpiEvent kpi) {
            return of(kpi);
        }
        if (event instanceof ProjectEvent project) {
            return of(project);
        }
        if (event instanceof BudgetLineEvent line) {
            return of(line);
        }
        if (event instanceof SnapshotEvent snapshot) {
            return of(snapshot);
        }
        if (event instanceof PlanAdopted adopted) {
            return "The plan “%s” was adopted for %s; amber is up to %s%% off target."
                    .formatted(
                            adopted.title(),
                            adopted.financialYear(),
                            adopted.terms().rule().amberWithinPercent());
        }
        if (event instanceof VariationExplained explained) {
            return "The variation as at %s was explained: %s%s."
                    .formatted(
                            Say.day(explained.asAt()),
                            explained.items().stream()
                                    .map(Telling::of)
                                    .collect(Collectors.joining("; ")),
                            explained.statedTotal() == null
                                    ? ""
                                    : "; stated in all as " + explained.statedTotal());
        }
        if (event instanceof FigureStated stated) {
            return "%s states %s as %s, as at %s."
                    .formatted(
                            stated.source(),
                            stated.figure(),
                            stated.value(),
                            Say.day(stated.asAt()));
        }
        throw new IllegalArgumentException("an event of no plan: " + event);
    }

    private static String of(VariationItem item) {
        return item.text() + " " + item.amount();
    }

    private static String of(KpiEvent event) {
        if (event instanceof KpiDefined defined) {
            return "The indicator “%s” was defined%s."
                    .formatted(
                            defined.definition().title(),
                            defined.definition().annualTarget() == null
                                    ? " without a target"
                                    : ", with the target "
                                            + defined.definition().annualTarget().printed()
                                            + " for the year");
        }
        if (event instanceof KpiActualRecorded recorded) {
            return "%s was recorded for %s%s."
                    .formatted(
                            recorded.measurement().actual(),
                            Say.month(recorded.month()),
                            judged(recorded.judgement(), recorded.target()));
        }
        if (event instanceof KpiNotMeasuredRecorded recorded) {
            return "No figure was recorded for %s: %s."
                    .formatted(Say.month(recorded.month()), Say.notMeasured(recorded.reason()));
        }
        if (event instanceof KpiActualRestated restated) {
            return "The figure of %s was restated%s as %s%s."
                    .formatted(
                            Say.month(restated.month()),
                            restated.replaced() == null ? "" : " from " + restated.replaced(),
                            restated.actual(),
                            judged(restated.judgement(), restated.target()));
        }
        if (event instanceof KpiActualSignedOff signed) {
            return "The figure %s of %s was signed off by %s; source: %s."
                    .formatted(
                            signed.actual(),
                            Say.month(signed.month()),
                            signed.signedOffBy(),
                            signed.source());
        }
        KpiTargetRevised revised = (KpiTargetRevised) event;
        return "The target for the year was revised to %s."
                .formatted(revised.annualTarget().printed());
    }

    private static String judged(Judgement judgement, Figure target) {
        return target == null
                ? ", as a matter of record: there is no target"
                : " and judged %s against %s".formatted(judgement.status(), target);
    }

    private static String of(ProjectEvent event) {
        if (event instanceof ProjectAdded added) {
            return "The project “%s” was added, from %s %s."
                    .formatted(
                            added.outline().title(),
                            Say.date(added.outline().start()),
                            added.outline().finish() == null
                                    ? "without an end"
                                    : "to " + Say.date(added.outline().finish()));
        }
        if (event instanceof ProjectProgressReported reported) {
            return "%s was reported as at %s: %s"
                    .formatted(reported.status(), Say.day(reported.asAt()), reported.update());
        }
        if (event instanceof ProjectRescheduled moved) {
            return "The finish was moved %sto %s."
                    .formatted(
                            moved.replaced() == null
                                    ? ""
                                    : "from " + Say.date(moved.replaced()) + " ",
                            Say.date(moved.finish()));
        }
        ProjectCompleted completed = (ProjectCompleted) event;
        return "It was reported as completed on %s: %s"
                .formatted(Say.day(completed.completedOn()), completed.update());
    }

    private static String of(BudgetLineEvent event) {
        if (event instanceof BudgetLineApproved approved) {
            return "The budget line “%s” was approved with %s%s."
                    .formatted(
                            approved.category(),
                            Say.money(approved.amount(), approved.unit()),
                            approved.kind() == BudgetLineKind.BROUGHT_FORWARD
                                    ? ", brought forward from the year before"
                                    : "");
        }
        if (event instanceof BudgetLineAdjusted adjusted) {
            return "The budget was changed by %s to %s%s."
                    .formatted(
                            adjusted.change(),
                            adjusted.amount(),
                            adjusted.counterpart() == null
                                    ? ""
                                    : "; the opposite change was made to the line "
                                            + adjusted.counterpart().value());
        }
        OutturnForecast forecast = (OutturnForecast) event;
        return "An outturn of %s was forecast as at %s."
                .formatted(forecast.amount(), Say.day(forecast.asAt()));
    }

    private static String of(SnapshotEvent event) {
        if (event instanceof FreezeBegun begun) {
            return "The freeze of %s as the pack %s began."
                    .formatted(begun.quarter(), begun.snapshot().value());
        }
        if (event instanceof QuarterFrozen frozen) {
            return "%s was frozen as at %s, as known after event %s, by %s."
                    .formatted(
                            frozen.pack().quarter(),
                            Say.day(frozen.pack().asAt()),
                            frozen.pack().position(),
                            frozen.frozenBy());
        }
        if (event instanceof FreezeConfirmed confirmed) {
            return "The freeze was confirmed by %s.".formatted(confirmed.confirmedBy());
        }
        if (event instanceof SnapshotPublished published) {
            return "The pack was published to the meeting %s."
                    .formatted(published.meeting().value());
        }
        SnapshotSuperseded replaced = (SnapshotSuperseded) event;
        return "The pack was superseded by %s.".formatted(replaced.by().value());
    }
}
