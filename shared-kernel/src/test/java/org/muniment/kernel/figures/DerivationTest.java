package org.muniment.kernel.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DerivationTest {
    @Test
    void theLibidTargetIsRoundedHalfUpAsPrinted() {
        assertThat(new Derivation("0.110 x 1.15").result()).isEqualTo(Figure.of("0.127"));
    }

    @Test
    void roundingHalvesToTheEvenDigitWouldMissTheLibidTarget() {
        Figure exact = new Derivation("0.110 x 1.15").result(4);

        assertThat(exact).isEqualTo(Figure.of("0.1265"));
        assertThat(exact.value().setScale(3, RoundingMode.HALF_EVEN))
                .isEqualTo(new BigDecimal("0.126"));
    }

    @Test
    void membersTrainedIsAShareOfTwoPlacesUnlessAskedForOne() {
        Derivation membersTrained = new Derivation("85 / 97");

        assertThat(membersTrained.result()).isEqualTo(Figure.of("87.63"));
        assertThat(membersTrained.result(1)).isEqualTo(Figure.of("87.6"));
    }

    @ParameterizedTest
    @CsvSource({
        "0.110 x 1.15, 0.127",
        "0.110 \u00D7 1.15, 0.127",
        "0.110 * 1.15, 0.127",
        "2 x 0.25, 1",
        "-2.00 x 1.5, -3.00",
        "0 / 24, 0.00",
        "0 x 0, 0"
    })
    void aProductKeepsThePlacesOfItsFirstFactorAndAShareHasTwo(String text, String result) {
        assertThat(new Derivation(text).result()).hasToString(result);
    }

    @Test
    void theWorkingIsKeptAsTyped() {
        assertThat(new Derivation("0.110 x 1.15")).hasToString("0.110 x 1.15");
    }

    @ParameterizedTest
    @ValueSource(strings = {"85 / 0", "85 / 0.00", "0 / 0", "85 / -0"})
    void dividingByZeroIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Derivation(text))
                .withMessage("must not divide by zero");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "0.127",
                "1 + 2",
                "1 - 2",
                "1x2",
                "1  x 2",
                " 1 x 2",
                "1 x 2 ",
                "1 x 2 x 3",
                "1 x",
                "x 2",
                "85 of 97"
            })
    void whatIsNeitherAProductNorAShareIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Derivation(text))
                .withMessage("must be a product (0.110 x 1.15) or a share (85 / 97)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc x 2", "2 x 1e5", "85% / 97", "1,000 x 2", "2 / NaN"})
    void bothTermsMustBeFigures(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Derivation(text))
                .withMessageStartingWith("must be a decimal");
    }
}
