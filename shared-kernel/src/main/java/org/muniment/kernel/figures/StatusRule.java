package org.muniment.kernel.figures;

/**
 * Red, amber or green, decided once, when a figure is recorded.
 *
 * <p>On target is green. Off target by at most {@code amberWithinPercent} per cent <em>of the
 * target</em>, the boundary included, is amber; further off is red. Five per cent of a zero target
 * is zero, so any miss of it is red. Within a band, green is strictly nearer to the target than the
 * band ({@code <(+/-) 5%}), and amber lies beyond the band by at most that percentage of the band.
 */
public record StatusRule(Figure amberWithinPercent) {
    private static final Figure HUNDREDTH = Figure.of("0.01");

    public StatusRule {
        if (amberWithinPercent.signum() < 0 || amberWithinPercent.exceeds(Figure.of("100"))) {
            throw new IllegalArgumentException("must lie between 0 and 100");
        }
    }

    /** {@code band} is required for {@link Polarity#WITHIN_BAND} and unused otherwise. */
    public Judgement judge(Polarity polarity, Figure target, Figure actual, Figure band) {
        return switch (polarity) {
            case HIGHER_IS_BETTER -> oneSided(target.minus(actual), target);
            case LOWER_IS_BETTER -> oneSided(actual.minus(target), target);
            case WITHIN_BAND -> twoSided(actual.minus(target).magnitude(), band);
        };
    }

    public String name() {
        return "tolerance-" + amberWithinPercent;
    }

    private Judgement oneSided(Figure shortfall, Figure target) {
        if (shortfall.signum() <= 0) {
            return new Judgement(Status.GREEN, name());
        }
        return new Judgement(amberOrRed(shortfall, target), name());
    }

    private Judgement twoSided(Figure distance, Figure band) {
        String name = name() + "-band";
        if (band.exceeds(distance)) {
            return new Judgement(Status.GREEN, name);
        }
        return new Judgement(amberOrRed(distance.minus(band), band), name);
    }

    private Status amberOrRed(Figure miss, Figure base) {
        Figure tolerated = base.magnitude().times(amberWithinPercent).times(HUNDREDTH);
        return miss.exceeds(tolerated) ? Status.RED : Status.AMBER;
    }
}
