package org.muniment.kernel.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class FigureTest {
    private static final Figure ZERO = Figure.of("0");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "0.00",
                "33.3",
                "33.30",
                "33.33",
                "-1.25",
                "-0.01",
                "0.000001",
                "9999999999999.99",
                "999999999999999.999999",
                "-999999999999999.999999"
            })
    void theTextIsKeptAsTyped(String typed) {
        assertThat(Figure.of(typed)).hasToString(typed);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                " 1",
                "1 ",
                "1\n",
                "1e-7",
                "1E5",
                "1e2147483647",
                "1,234.56",
                "83,33",
                "+1",
                "--1",
                "01",
                "00",
                "-01.5",
                ".5",
                "5.",
                "-",
                ".",
                "NaN",
                "Infinity",
                "0x1F",
                "1_000",
                "1d",
                "50%",
                "£5",
                "(0.002)",
                "\u0661\u0662",
                "\uFF11\uFF12",
                "\u22121",
                "\u20131",
                "1000000000000000",
                "-1000000000000000",
                "0.0000001",
                "1.1234567"
            })
    void anythingButAPlainDecimalIsRefused(String typed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Figure.of(typed))
                .withMessageStartingWith("must be a decimal such as 83.33 or -1.25");
    }

    @Test
    void thePlacesTypedTellFiguresOfOneValueApart() {
        assertThat(Figure.of("33.3")).isNotEqualTo(Figure.of("33.30"));
        assertThat(Figure.of("33.3").sameValue(Figure.of("33.30"))).isTrue();
        assertThat(Figure.of("33.30").sameValue(Figure.of("33.33"))).isFalse();
    }

    @Test
    void minusZeroIsWorthZero() {
        Figure minusZero = Figure.of("-0.00");

        assertThat(minusZero.isZero()).isTrue();
        assertThat(minusZero.signum()).isZero();
        assertThat(minusZero.sameValue(ZERO)).isTrue();
    }

    @Test
    void tenthsAddUpWithoutABinaryRest() {
        assertThat(Figure.of("0.1").plus(Figure.of("0.2"))).isEqualTo(Figure.of("0.3"));
    }

    @ParameterizedTest
    @CsvSource({
        "20, 24, 2, 83.33",
        "4, 24, 2, 16.67",
        "4, 24, 0, 17",
        "10, 24, 0, 42",
        "28, 29, 2, 96.55",
        "85, 97, 1, 87.6",
        "23, 24, 2, 95.83",
        "23, 32, 2, 71.88",
        "0, 24, 2, 0.00",
        "-1, 8, 1, -12.5",
        "-1, 8, 0, -13"
    })
    void aShareIsPerCentOfTheWhole(String part, String whole, int places, String expected) {
        assertThat(Figure.share(Figure.of(part), Figure.of(whole), places)).hasToString(expected);
    }

    @Test
    void aShareOfNothingIsNoFigure() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Figure.share(Figure.of("1"), Figure.of("0.00"), 2));
    }

    @ParameterizedTest
    @CsvSource({"14, 3, 1, 4.7", "1, 8, 2, 0.13", "-1, 8, 2, -0.13", "33, 1000, 3, 0.033"})
    void aQuotientIsRoundedHalfUp(String dividend, String divisor, int places, String expected) {
        assertThat(Figure.quotient(Figure.of(dividend), Figure.of(divisor), places))
                .hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "0.1265, 3, 0.127",
        "0.005, 2, 0.01",
        "-0.005, 2, -0.01",
        "2.5, 0, 3",
        "1.005, 2, 1.01",
        "1.0049, 2, 1.00",
        "7, 2, 7.00"
    })
    void halvesAreRoundedAwayFromZero(String exact, int places, String expected) {
        assertThat(Figure.of(exact).rounded(places)).hasToString(expected);
    }

    @Test
    void theBudgetOfJuly2017AddsUp() {
        Figure underspend =
                List.of("0.031", "0.002", "0.000", "0.000", "0.001", "0.002", "-0.002").stream()
                        .map(Figure::of)
                        .reduce(ZERO, Figure::plus);

        assertThat(underspend).isEqualTo(Figure.of("0.034"));
        assertThat(Figure.of("1.655").minus(Figure.of("1.622"))).isEqualTo(Figure.of("0.033"));
    }

    @Test
    void theVariationsPrintedInJuly2017DoNotAddUp() {
        Figure sum =
                Figure.of("0.024")
                        .plus(Figure.of("0.016"))
                        .plus(Figure.of("-0.011"))
                        .plus(Figure.of("0.002"));

        assertThat(sum).isEqualTo(Figure.of("0.031"));
        assertThat(sum.sameValue(Figure.of("0.033"))).isFalse();
    }

    @Test
    void aTinyProductIsWrittenWithoutAnExponent() {
        assertThat(Figure.of("0.000001").times(Figure.of("0.01"))).hasToString("0.00000001");
    }

    @Test
    void onlyALargerFigureExceedsAnother() {
        assertThat(Figure.of("1.01").exceeds(Figure.of("1.00"))).isTrue();
        assertThat(Figure.of("1.00").exceeds(Figure.of("1"))).isFalse();
        assertThat(Figure.of("-2").exceeds(Figure.of("-1"))).isFalse();
    }

    @Test
    void theSignCanBeTurnedOrDropped() {
        assertThat(Figure.of("-1.250").negated()).hasToString("1.250");
        assertThat(Figure.of("-1.250").magnitude()).hasToString("1.250");
        assertThat(Figure.of("1.250").magnitude()).hasToString("1.250");
        assertThat(Figure.of("-1.250").signum()).isNegative();
        assertThat(Figure.of("-1.250").scale()).isEqualTo(3);
    }

    @Property
    void partsAddUpToTheirTotalToThePenny(@ForAll("amounts") List<Long> pence) {
        BigInteger total =
                pence.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);

        Figure sum =
                pence.stream()
                        .map(part -> Figure.of(BigDecimal.valueOf(part, 2).toPlainString()))
                        .reduce(Figure.of("0.00"), Figure::plus);

        assertThat(sum.value()).isEqualTo(new BigDecimal(total, 2));
    }

    @Property
    void takingEveryPartFromTheTotalLeavesNothing(@ForAll("lists") List<Figure> parts) {
        Figure total = parts.stream().reduce(ZERO, Figure::plus);

        assertThat(parts.stream().reduce(total, Figure::minus).isZero()).isTrue();
    }

    @Property
    void productsAreExact(@ForAll("figures") Figure first, @ForAll("figures") Figure second) {
        BigInteger unscaled =
                first.value().unscaledValue().multiply(second.value().unscaledValue());

        assertThat(first.times(second).value()).isEqualTo(new BigDecimal(unscaled, 4));
    }

    @Property
    void roundingMovesAFigureByAtMostHalfAUnit(@ForAll("figures") Figure exact) {
        Figure rounded = exact.rounded(0);

        assertThat(rounded.minus(exact).magnitude().exceeds(Figure.of("0.5"))).isFalse();
        assertThat(rounded.value()).isEqualTo(exact.value().setScale(0, RoundingMode.HALF_UP));
    }

    @Property
    void whatIsTypedSurvivesTheRoundTrip(@ForAll("typed") String typed) {
        Figure figure = Figure.of(typed);

        assertThat(figure).hasToString(typed);
        assertThat(Figure.of(figure.toString())).isEqualTo(figure);
    }

    @Provide
    Arbitrary<List<Long>> amounts() {
        return Arbitraries.longs().between(-99_999_999_999L, 99_999_999_999L).list().ofMaxSize(100);
    }

    @Provide
    Arbitrary<Figure> figures() {
        return RandomFigures.ofPlaces(2);
    }

    @Provide
    Arbitrary<List<Figure>> lists() {
        return figures().list().ofMaxSize(50);
    }

    @Provide
    Arbitrary<String> typed() {
        return RandomFigures.typed();
    }
}
