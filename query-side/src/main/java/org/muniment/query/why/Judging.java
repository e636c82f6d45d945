package org.muniment.query.why;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.figures.Judgement;
import org.muniment.kernel.figures.Polarity;
import org.muniment.kernel.figures.Status;
import org.muniment.kernel.figures.StatusRule;

/** How a figure got its colour: the rule as it was stored, with its inputs and the arithmetic. */
final class Judging {
    private static final Pattern TOLERANCE = Pattern.compile("tolerance-(.+?)(-band)?");
    private static final Figure HUNDREDTH = Figure.of("0.01");

    private final Figure percent;
    private final Status status;
    private final Figure actual;
    private final Figure target;

    private Judging(Figure percent, Status status, Figure actual, Figure target) {
        this.percent = percent;
        this.status = status;
        this.actual = actual;
        this.target = target;
    }

    /** {@code target} is null for a matter of record, {@code band} unless the polarity has one. */
    static List<String> sentences(
            Judgement judgement, Polarity polarity, Figure target, Figure actual, Figure band) {
        if (target == null) {
            return List.of(
                    "There is no target, so %s is kept as a matter of record and has no colour."
                            .formatted(actual));
        }
        Matcher rule = TOLERANCE.matcher(judgement.rule());
        if (!rule.matches()) {
            return List.of(
                    "The rule %s made it %s.".formatted(judgement.rule(), judgement.status()));
        }
        Figure percent = Figure.of(rule.group(1));
        Judging judging = new Judging(percent, judgement.status(), actual, target);
        List<String> sentences = new ArrayList<>();
        sentences.add(
                switch (polarity) {
                    case HIGHER_IS_BETTER -> "Higher is better for this indicator.";
                    case LOWER_IS_BETTER -> "Lower is better for this indicator.";
                    case WITHIN_BAND ->
                            "The figure must stay nearer to its target than %s, on either side."
                                    .formatted(band);
                });
        sentences.add(
                switch (polarity) {
                    case HIGHER_IS_BETTER -> judging.oneSided(target.minus(actual), "below");
                    case LOWER_IS_BETTER -> judging.oneSided(actual.minus(target), "above");
                    case WITHIN_BAND -> judging.twoSided(band);
                });
        Judgement again = new StatusRule(percent).judge(polarity, target, actual, band);
        if (again.status() != judgement.status()) {
            sentences.add(
                    "The rule applied again gives %s, but %s is on record."
                            .formatted(again.status(), judgement.status()));
        }
        sentences.add(
                "Nothing is rounded in this comparison. The status was decided when the figure was"
                        + " recorded, by the rule "
                        + judgement.rule()
                        + ", and no later rule or target changes it.");
        return sentences;
    }

    private String oneSided(Figure miss, String side) {
        if (miss.isZero()) {
            return "%s meets the target of %s, so it is %s.".formatted(actual, target, status);
        }
        if (miss.signum() < 0) {
            return "%s is %s %s the target of %s, so it is %s."
                    .formatted(
                            actual,
                            miss.negated(),
                            side.equals("below") ? "above" : "below",
                            target,
                            status);
        }
        return "%s is %s %s the target of %s; %s."
                .formatted(actual, miss, side, target, tolerated(miss, target, "target", side));
    }

    private String twoSided(Figure band) {
        Figure distance = actual.minus(target).magnitude();
        if (band.exceeds(distance)) {
            return "%s is %s away from the target of %s, nearer than the band of %s, so it is %s."
                    .formatted(actual, distance, target, band, status);
        }
        Figure miss = distance.minus(band);
        return "%s is %s away from the target of %s, %s; %s."
                .formatted(
                        actual,
                        distance,
                        target,
                        miss.isZero()
                                ? "on the edge of the band of " + band
                                : "%s beyond the band of %s".formatted(miss, band),
                        tolerated(miss, band, "band", "beyond"));
    }

    private String tolerated(Figure miss, Figure base, String what, String side) {
        if (base.isZero()) {
            return "%s%% of a %s of zero is zero, so any miss is %s"
                    .formatted(percent, what, status);
        }
        Figure tolerance = base.magnitude().times(percent).times(HUNDREDTH);
        boolean within = !miss.exceeds(tolerance);
        return "%s %s%% of the %s (%s) %s is %s"
                .formatted(
                        within ? "at most" : "more than", percent, what, tolerance, side, status);
    }
}
