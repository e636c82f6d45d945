package org.muniment.kernel.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.figures.Unit;
import org.muniment.kernel.words.Malformed;

class MeasurementTest {
    @ParameterizedTest
    @CsvSource({
        "83.33, 20, 24, true",
        "83.34, 20, 24, false",
        "83.3, 20, 24, true",
        "83, 20, 24, true",
        "84, 20, 24, false",
        "83.3333, 20, 24, true",
        "83.3300, 20, 24, false",
        "96.55, 28, 29, true",
        "0.00, 0, 24, true"
    })
    void aPercentageAgreesWithItsCountsAtItsOwnPlaces(
            String actual, String numerator, String denominator, boolean agrees) {
        Measurement measurement = measurement(actual, numerator, denominator);

        assertThat(measurement.agreesWithItsCounts(Unit.PERCENT)).isEqualTo(agrees);
    }

    @ParameterizedTest
    @CsvSource({"4.7, 14, 3, true", "4.6, 14, 3, false", "467, 14, 3, false"})
    void anyOtherUnitAgreesWithThePlainQuotient(
            String actual, String numerator, String denominator, boolean agrees) {
        Measurement measurement = measurement(actual, numerator, denominator);

        assertThat(measurement.agreesWithItsCounts(Unit.SCORE)).isEqualTo(agrees);
    }

    @Test
    void whatTheCountsGiveHasThePlacesOfTheFigure() {
        assertThat(measurement("83.34", "20", "24").worked(Unit.PERCENT)).hasToString("83.33");
        assertThat(measurement("0.8", "20", "24").worked(Unit.NUMBER)).hasToString("0.8");
    }

    @Test
    void aFigureWithoutCountsContradictsNothing() {
        Measurement bare = new Measurement(Figure.of("83.34"), null, null);

        assertThat(bare.agreesWithItsCounts(Unit.PERCENT)).isTrue();
    }

    @Test
    void halfACountIsMalformedAndTheMissingHalfNamed() {
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> new Measurement(Figure.of("83"), Figure.of("20"), null))
                .returns("denominator", Malformed::field);
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> new Measurement(Figure.of("83"), null, Figure.of("24")))
                .returns("numerator", Malformed::field);
    }

    @Test
    void aCountOutOfNothingIsMalformed() {
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> measurement("0", "0", "0.00"))
                .withMessage("must not be zero")
                .returns("denominator", Malformed::field);
    }

    private static Measurement measurement(String actual, String numerator, String denominator) {
        return new Measurement(Figure.of(actual), Figure.of(numerator), Figure.of(denominator));
    }
}
