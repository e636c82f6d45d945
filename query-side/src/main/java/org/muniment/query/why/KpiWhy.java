package org.muniment.query.why;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.figures.Judgement;
import org.muniment.kernel.figures.Unit;
import org.muniment.kernel.kpi.AnnualTarget;
import org.muniment.kernel.kpi.KpiDefinition;
import org.muniment.kernel.kpi.KpiEvent.KpiActualRecorded;
import org.muniment.kernel.kpi.KpiEvent.KpiActualRestated;
import org.muniment.kernel.kpi.KpiEvent.KpiActualSignedOff;
import org.muniment.kernel.kpi.KpiEvent.KpiDefined;
import org.muniment.kernel.kpi.KpiEvent.KpiNotMeasuredRecorded;
import org.muniment.kernel.kpi.KpiEvent.KpiTargetRevised;
import org.muniment.kernel.kpi.Measurement;
import org.muniment.kernel.kpi.ProfiledTarget;
import org.muniment.query.dashboard.KpiRow;
import org.muniment.query.telling.Say;

/** Why the figures of one KPI are what its row shows. Pure. */
final class KpiWhy {
    private final KpiRow row;
    private final LocalDate asAt;
    private final List<Act> acts;
    private final List<Act> ofMonth;
    private final Act judging;
    private final KpiDefinition definition;

    /** {@code acts} are the KPI's events up to the moment, in order. */
    private KpiWhy(KpiRow row, LocalDate asAt, List<Act> acts) {
        this.row = row;
        this.asAt = asAt;
        this.acts = acts;
        ofMonth =
                acts.stream()
                        .filter(act -> row.month() != null && isOf(row.month(), act.event()))
                        .toList();
        judging =
                ofMonth.stream()
                        .filter(act -> !(act.event() instanceof KpiActualSignedOff))
                        .reduce((earlier, later) -> later)
                        .orElse(null);
        definition = definitionBefore(Long.MAX_VALUE);
    }

    static List<Explained> of(KpiRow row, LocalDate asAt, List<Act> acts) {
        KpiWhy why = new KpiWhy(row, asAt, acts);
        return List.of(
                why.status(),
                why.actual(),
                why.targetToDate(),
                why.variation(),
                why.annualTarget(),
                why.priorActual());
    }

    private static boolean isOf(YearMonth month, Object event) {
        return event instanceof KpiActualRecorded recorded && recorded.month().equals(month)
                || event instanceof KpiNotMeasuredRecorded none && none.month().equals(month)
                || event instanceof KpiActualRestated restated && restated.month().equals(month)
                || event instanceof KpiActualSignedOff signed && signed.month().equals(month);
    }

    /** As it stood before the event at {@code position}. */
    private KpiDefinition definitionBefore(long position) {
        KpiDefinition known = null;
        for (Act act : acts) {
            if (act.event() instanceof KpiDefined defined) {
                known = defined.definition();
            } else if (act.event() instanceof KpiTargetRevised revised
                    && act.position() < position) {
                known = known.against(revised.annualTarget(), revised.profile());
            }
        }
        return known;
    }

    private String name(String figure) {
        return "kpis." + row.id() + "." + figure;
    }

    private List<Long> positionsOfMonth() {
        return ofMonth.stream().map(Act::position).toList();
    }

    private Explained status() {
        List<String> because = new ArrayList<>();
        if (row.actual() == null) {
            because.add(
                    row.month() == null
                            ? "Nothing was recorded up to %s, so it counts as not measured."
                                    .formatted(Say.day(asAt))
                            : "There is no figure of %s: %s."
                                    .formatted(
                                            Say.month(row.month()), Say.notMeasured(row.reason())));
        } else {
            because.addAll(
                    Judging.sentences(
                            new Judgement(row.status(), row.rule()),
                            definition.polarity(),
                            row.targetToDate(),
                            row.actual(),
                            definition.band()));
        }
        return Explained.of(name("status"), "Status", row.status(), because, positionsOfMonth());
    }

    private Explained actual() {
        List<String> because = new ArrayList<>();
        if (row.month() == null) {
            because.add("Nothing was recorded up to %s.".formatted(Say.day(asAt)));
        } else if (row.actual() == null) {
            because.add(
                    "No figure was recorded for %s: %s."
                            .formatted(Say.month(row.month()), Say.notMeasured(row.reason())));
        } else {
            recorded(because);
        }
        if (row.month() != null && row.month().isBefore(YearMonth.from(asAt))) {
            because.add(
                    "Nothing was said of a later month up to %s, so %s is the month shown."
                            .formatted(Say.day(asAt), Say.month(row.month())));
        }
        if (row.late()) {
            because.add(
                    "It came after a pack that reports on %s had been taken."
                            .formatted(Say.month(row.month())));
        }
        return Explained.of(name("actual"), "Actual", row.actual(), because, positionsOfMonth());
    }

    private void recorded(List<String> because) {
        Figure before = null;
        for (Act act : ofMonth) {
            if (act.event() instanceof KpiActualRecorded event) {
                Figure actual = event.measurement().actual();
                because.add(
                        "%s was recorded for %s%s."
                                .formatted(
                                        actual,
                                        Say.month(event.month()),
                                        before == null ? "" : ", in place of " + before));
                worked(event.measurement()).ifPresent(because::add);
                before = actual;
            } else if (act.event() instanceof KpiActualRestated event) {
                because.add(
                        "It was restated as %s%s. The reason given: %s"
                                .formatted(
                                        event.actual(),
                                        event.replaced() == null
                                                ? ", where none had been reported"
                                                : "; %s had been reported"
                                                        .formatted(event.replaced()),
                                        event.reason()));
                before = event.actual();
            } else if (act.event() instanceof KpiActualSignedOff event) {
                because.add(
                        "%s signed off %s; source: %s; calculation: %s"
                                .formatted(
                                        event.signedOffBy(),
                                        event.actual(),
                                        event.source(),
                                        event.calculation()));
            } else {
                before = null;
            }
        }
    }

    /** With its rounding: 20 of 24 is not 83.33 to the last digit. */
    private Optional<String> worked(Measurement measurement) {
        if (measurement.numerator() == null) {
            return Optional.empty();
        }
        boolean share = row.unit() == Unit.PERCENT;
        Figure worked = measurement.worked(row.unit());
        Figure scaled =
                share ? measurement.numerator().times(Figure.of("100")) : measurement.numerator();
        boolean exact = worked.times(measurement.denominator()).sameValue(scaled);
        return Optional.of(
                "It was worked out from %s of %s: %s ÷ %s%s = %s%s."
                        .formatted(
                                measurement.numerator(),
                                measurement.denominator(),
                                measurement.numerator(),
                                measurement.denominator(),
                                share ? " × 100" : "",
                                worked,
                                exact
                                        ? " exactly"
                                        : ", rounded half up to %s"
                                                .formatted(places(worked.scale()))));
    }

    private static String places(int scale) {
        return scale == 0
                ? "a whole number"
                : scale == 1 ? "1 decimal place" : scale + " decimal places";
    }

    private Explained targetToDate() {
        List<String> because = new ArrayList<>();
        if (row.actual() == null) {
            because.add(
                    row.targetToDate() == null
                            ? "No profile names a target up to "
                                    + Say.month(YearMonth.from(asAt))
                                    + "."
                            : "Nothing was judged; the profile %s."
                                    .formatted(
                                            profiled(definition, YearMonth.from(asAt))
                                                    .map(KpiWhy::named)
                                                    .orElseThrow()));
            return Explained.of(
                    name("targetToDate"), "Target to date", row.targetToDate(), because, targets());
        }
        if (row.targetToDate() == null) {
            because.add("There was no target when the figure was recorded.");
        } else {
            KpiDefinition then = definitionBefore(judging.position());
            because.add(
                    "%s was judged against %s: %s."
                            .formatted(
                                    row.actual(),
                                    row.targetToDate(),
                                    profiled(then, row.month())
                                            .map(target -> "the profile " + named(target))
                                            .orElse(
                                                    "no profile names a target up to that month,"
                                                            + " so it is the target for the"
                                                            + " year")));
        }
        Figure present = definition.targetToDate(row.month()).orElse(null);
        if (!Objects.equals(present, row.targetToDate())) {
            because.add(
                    "The target was revised after that. What was judged stays as it was judged;"
                            + " a figure of that month would now be judged against "
                            + (present == null ? "none" : present)
                            + ".");
        }
        return Explained.of(
                name("targetToDate"), "Target to date", row.targetToDate(), because, targets());
    }

    private static Optional<ProfiledTarget> profiled(KpiDefinition definition, YearMonth month) {
        return definition.profile().targets().stream()
                .filter(target -> !target.month().isAfter(month))
                .reduce((earlier, later) -> later);
    }

    private static String named(ProfiledTarget target) {
        return "names %s from %s on".formatted(target.target(), Say.month(target.month()));
    }

    private List<Long> targets() {
        List<Long> positions =
                new ArrayList<>(
                        acts.stream()
                                .filter(
                                        act ->
                                                act.event() instanceof KpiDefined
                                                        || act.event() instanceof KpiTargetRevised)
                                .map(Act::position)
                                .toList());
        if (judging != null) {
            positions.add(judging.position());
        }
        return positions;
    }

    private Explained variation() {
        boolean both = row.actual() != null && row.targetToDate() != null;
        Figure variation = both ? row.targetToDate().minus(row.actual()).magnitude() : null;
        return Explained.of(
                name("variation"),
                "Variation",
                variation,
                List.of(
                        both
                                ? "%s and %s are %s apart."
                                        .formatted(row.actual(), row.targetToDate(), variation)
                                : "There are not both a figure and a target to compare."),
                positionsOfMonth());
    }

    private Explained annualTarget() {
        List<String> because = new ArrayList<>();
        for (Act act : acts) {
            if (act.event() instanceof KpiDefined defined) {
                AnnualTarget target = defined.definition().annualTarget();
                because.add(
                        target == null
                                ? "The indicator was defined without a target."
                                : "The indicator was defined with the target %s for the year."
                                        .formatted(target.printed()));
                derived(target).ifPresent(because::add);
            } else if (act.event() instanceof KpiTargetRevised revised) {
                because.add(
                        "The target was revised to %s. The reason given: %s"
                                .formatted(revised.annualTarget().printed(), revised.reason()));
                derived(revised.annualTarget()).ifPresent(because::add);
            }
        }
        return Explained.of(
                name("annualTarget"),
                "Target for the year",
                row.annualTarget(),
                because,
                acts.stream()
                        .filter(
                                act ->
                                        act.event() instanceof KpiDefined
                                                || act.event() instanceof KpiTargetRevised)
                        .map(Act::position)
                        .toList());
    }

    private static Optional<String> derived(AnnualTarget target) {
        return Optional.ofNullable(target)
                .map(AnnualTarget::derivation)
                .map(
                        derivation ->
                                "It was worked out as %s = %s, rounded half up to %s."
                                        .formatted(
                                                derivation,
                                                target.value(),
                                                places(target.value().scale())));
    }

    private Explained priorActual() {
        return Explained.of(
                name("priorActual"),
                "Last year’s actual",
                row.priorActual(),
                List.of(
                        row.priorActual() == null
                                ? "The indicator was defined without a figure of the year before."
                                : "%s was given as the figure of the year before when the indicator"
                                                .formatted(row.priorActual())
                                        + " was defined. It is not judged."),
                acts.stream()
                        .filter(act -> act.event() instanceof KpiDefined)
                        .map(Act::position)
                        .toList());
    }
}
