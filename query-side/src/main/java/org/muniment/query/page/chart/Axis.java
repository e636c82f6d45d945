package org.muniment.query.page.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * A range of values with round ends, from low to high in steps of 1, 2 or 5 times a power of 10.
 */
record Axis(BigDecimal low, BigDecimal high, BigDecimal step) {
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal STEPS = BigDecimal.valueOf(4);
    private static final List<BigDecimal> ROUND =
            List.of(BigDecimal.ONE, BigDecimal.valueOf(2), BigDecimal.valueOf(5), BigDecimal.TEN);

    /** Half a pixel cannot be seen. */
    private static final int PLACES = 1;

    /**
     * As {@link #over}, and never so narrow that small differences look large: a tenth of the
     * largest value at least. {@code ceiling} is not passed for that; absent where there is none.
     */
    static Axis ofTrend(Collection<BigDecimal> values, BigDecimal ceiling) {
        BigDecimal least = Collections.min(values);
        BigDecimal most = Collections.max(values);
        BigDecimal missing =
                least.abs().max(most.abs()).movePointLeft(1).subtract(most.subtract(least));
        if (least.compareTo(most) == 0 || missing.signum() <= 0) {
            return over(values);
        }
        BigDecimal above = missing.multiply(HALF);
        if (ceiling != null && most.compareTo(ceiling) <= 0) {
            above = above.min(ceiling.subtract(most));
        }
        return over(List.of(least.subtract(missing.subtract(above)), most.add(above)));
    }

    /** Holds all of {@code values}, and zero unless they keep far from it. */
    static Axis over(Collection<BigDecimal> values) {
        BigDecimal least = Collections.min(values);
        BigDecimal most = Collections.max(values);
        BigDecimal span = most.subtract(least);
        BigDecimal reach = least.abs().min(most.abs());
        boolean farFromZero =
                least.signum() * most.signum() > 0
                        && span.signum() > 0
                        && reach.compareTo(span.add(span)) > 0;
        if (!farFromZero) {
            least = least.min(BigDecimal.ZERO);
            most = most.max(BigDecimal.ZERO);
        }
        BigDecimal step = roundStep(most.subtract(least));
        BigDecimal low = multiple(least, step, RoundingMode.FLOOR);
        BigDecimal high = multiple(most, step, RoundingMode.CEILING);
        return new Axis(low, high.max(low.add(step)), step);
    }

    private static BigDecimal roundStep(BigDecimal span) {
        if (span.signum() == 0) {
            return BigDecimal.ONE;
        }
        BigDecimal rough = span.divide(STEPS, span.scale() + 2, RoundingMode.CEILING);
        BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(rough.precision() - rough.scale() - 1);
        return ROUND.stream()
                .map(power::multiply)
                .filter(step -> step.compareTo(rough) >= 0)
                .findFirst()
                .orElseThrow();
    }

    private static BigDecimal multiple(BigDecimal value, BigDecimal step, RoundingMode mode) {
        return value.divide(step, 0, mode).multiply(step);
    }

    List<BigDecimal> ticks() {
        List<BigDecimal> ticks = new ArrayList<>();
        for (BigDecimal tick = low; tick.compareTo(high) <= 0; tick = tick.add(step)) {
            ticks.add(tick);
        }
        return ticks;
    }

    /** How far {@code value} lies from low, where the whole range is {@code length} long. */
    BigDecimal along(BigDecimal value, int length) {
        return value.subtract(low)
                .multiply(BigDecimal.valueOf(length))
                .divide(high.subtract(low), PLACES, RoundingMode.HALF_UP);
    }
}
