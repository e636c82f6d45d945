package org.muniment.query.page.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AxisTest {
    @Test
    void anAxisBeginsAtZeroUnlessItsValuesKeepFarFromIt() {
        assertThat(ticks("30", "83.33")).containsExactly("0", "50", "100");
        assertThat(ticks("98.2", "99.97", "97")).containsExactly("97", "98", "99", "100");
    }

    @Test
    void aTrendsAxisIsWideEnoughThatSmallDifferencesLookSmall() {
        assertThat(trend("82.5", "83")).containsExactly("75", "80", "85", "90");
        assertThat(trend("99.97", "100")).containsExactly("90", "95", "100");
        assertThat(trend("30", "83.33")).containsExactly("0", "50", "100");
        assertThat(trend("-7")).containsExactly("-8", "-6", "-4", "-2", "0");
    }

    @Test
    void anAxisHoldsBothSidesOfZero() {
        assertThat(ticks("-0.002", "0.031"))
                .containsExactly("-0.01", "0", "0.01", "0.02", "0.03", "0.04");
    }

    @Test
    void oneValueAloneHasAnAxisToo() {
        assertThat(ticks("0")).containsExactly("0", "1");
        assertThat(ticks("100")).containsExactly("0", "50", "100");
        assertThat(ticks("-7")).containsExactly("-8", "-6", "-4", "-2", "0");
    }

    @Property
    void everyValueLiesWithinAnAxisOfFewTicks(
            @ForAll @Size(min = 1, max = 12)
                    List<@BigRange(min = "-999999999", max = "999999999") @Scale(6) BigDecimal>
                            values) {
        Axis axis = Axis.over(values);
        assertThat(axis.ticks()).hasSizeBetween(2, 7);
        assertThat(values)
                .allSatisfy(
                        value -> {
                            assertThat(value).isBetween(axis.low(), axis.high());
                            assertThat(axis.along(value, 200))
                                    .isBetween(BigDecimal.ZERO, BigDecimal.valueOf(200));
                        });
    }

    private static List<String> ticks(String... values) {
        return ticks(Axis.over(Stream.of(values).map(BigDecimal::new).toList()));
    }

    private static List<String> trend(String... values) {
        return ticks(
                Axis.ofTrend(
                        Stream.of(values).map(BigDecimal::new).toList(), BigDecimal.valueOf(100)));
    }

    private static List<String> ticks(Axis axis) {
        return axis.ticks().stream()
                .map(tick -> tick.stripTrailingZeros().toPlainString())
                .toList();
    }
}
