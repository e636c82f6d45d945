package org.muniment.kernel.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class FigureBoundsTest {
    @Test
    void aSumBeyondFifteenDigitsCannotBeStored() {
        Figure largest = Figure.of("999999999999999");

        assertThat(largest.isStorable()).isTrue();
        assertThat(largest.plus(Figure.of("1")).isStorable()).isFalse();
    }

    @Test
    void aDerivationWhoseResultCannotBeStoredIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Derivation("999999999999999 x 10"))
                .withMessageContaining("too large");
    }
}
