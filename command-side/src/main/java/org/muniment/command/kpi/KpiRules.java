package org.muniment.command.kpi;

import java.time.YearMonth;
import java.util.Objects;
import java.util.Optional;
import org.muniment.command.plan.PlanTerms;
import org.muniment.kernel.access.Actors;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.figures.Judgement;
import org.muniment.kernel.figures.Status;
import org.muniment.kernel.figures.StatusRule;
import org.muniment.kernel.figures.Unit;
import org.muniment.kernel.kpi.KpiCommand.RecordKpiActual;
import org.muniment.kernel.kpi.KpiDefinition;
import org.muniment.kernel.kpi.KpiEvent;
import org.muniment.kernel.kpi.KpiEvent.KpiActualRecorded;
import org.muniment.kernel.kpi.KpiEvent.KpiActualRestated;
import org.muniment.kernel.kpi.KpiId;
import org.muniment.kernel.kpi.Measurement;
import org.muniment.kernel.kpi.Profile;
import org.muniment.kernel.snapshot.SnapshotId;
import org.muniment.kernel.time.FinancialYear;
import org.muniment.kernel.words.Malformed;
import org.muniment.kernel.words.Narrative;
import org.muniment.kernel.words.Refused;

/** Where a KPI's figures are refused, and why. Pure. */
final class KpiRules {
    private KpiRules() {}

    static void requireFits(KpiDefinition definition, PlanTerms plan) {
        plan.requirePlace(definition.service(), definition.section());
        plan.requireScope(definition.scope());
        requireWithinYear(definition.profile(), plan.year());
    }

    static void requireWithinYear(Profile profile, FinancialYear year) {
        profile.targets()
                .forEach(target -> PlanTerms.requireWithin(year, target.month(), "profile"));
    }

    /** A KPI without a target is kept as a matter of record: it has no colour. */
    static Judgement judge(
            StatusRule rule, KpiDefinition definition, Figure target, Figure actual) {
        return target == null
                ? new Judgement(Status.NOT_APPLICABLE, "no-target")
                : rule.judge(definition.polarity(), target, actual, definition.band());
    }

    static void requireExplained(Judgement judgement, Narrative comment, Narrative action) {
        if (judgement.status().isOffTarget() && comment == null) {
            throw Refused.because(
                    "commentary-required",
                    "comment",
                    "the figure is %s, so a comment %s"
                            .formatted(
                                    judgement.status(),
                                    judgement.status() == Status.RED && action == null
                                            ? "and a proposed action are required"
                                            : "is required"));
        }
        if (judgement.status() == Status.RED && action == null) {
            throw Refused.because(
                    "action-required",
                    "proposedAction",
                    "the figure is RED, so a proposed action is required");
        }
    }

    static void requireCountsAgree(Measurement measurement, Unit unit) {
        if (!measurement.agreesWithItsCounts(unit)) {
            throw new Malformed(
                    "actual",
                    "%s of %s is %s, not %s"
                            .formatted(
                                    measurement.numerator(),
                                    measurement.denominator(),
                                    measurement.worked(unit),
                                    measurement.actual()));
        }
    }

    /** Recording again would silently undo a correction that was announced. */
    static void requireNotRestated(KpiEvent lastWord) {
        if (lastWord instanceof KpiActualRestated restated) {
            throw Refused.because(
                    "figure-restated",
                    "month",
                    "the figure of %s was restated as %s; restate it again to change it"
                            .formatted(restated.month(), restated.actual()));
        }
    }

    /** Said before in the same words: the status decided then stands. */
    static boolean repeats(RecordKpiActual command, KpiEvent lastWord) {
        return lastWord instanceof KpiActualRecorded said
                && said.measurement().equals(command.measurement())
                && Objects.equals(said.comment(), command.comment())
                && Objects.equals(said.proposedAction(), command.proposedAction());
    }

    /** What members were given is not recorded over: it is restated, for all to see. */
    static void requireOpen(Optional<SnapshotId> closing, KpiId kpi, YearMonth month) {
        if (closing.isPresent()) {
            throw Refused.because(
                            "quarter-frozen",
                            "month",
                            "the figures of %s are frozen in snapshot %s; restate the figure"
                                    .formatted(month, closing.get().value()))
                    .with("instead", "/api/kpis/" + kpi.value() + "/restatements");
        }
    }

    static void requireFigure(Figure actual, YearMonth month) {
        if (actual == null) {
            throw Refused.because(
                    "nothing-to-sign-off", "month", "no figure has been recorded for " + month);
        }
    }

    /** Whoever said the figure last does not check it. */
    static void requireAnotherPerson(Actors recorder, Actors checking) {
        if (recorder.meet(checking)) {
            throw Refused.by(
                    "recorder-cannot-sign-off",
                    "a figure is signed off by another person than the one who recorded it");
        }
    }

    static void requireNotSignedOff(boolean signedOff, YearMonth month) {
        if (signedOff) {
            throw Refused.because(
                    "already-signed-off",
                    "month",
                    "the present figure of " + month + " is signed off");
        }
    }

    /** A figure that was missing is recorded, unless its month is closed: then it is restated. */
    static void requireClosed(Optional<SnapshotId> closing, YearMonth month) {
        if (closing.isEmpty()) {
            throw Refused.because(
                    "nothing-to-restate", "month", "no figure has been recorded for " + month);
        }
    }
}
