package org.muniment.kernel.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muniment.kernel.figures.Figure;

class MoneyUnitTest {
    @Test
    void millionsBecomePounds() {
        Figure pounds = MoneyUnit.MILLION_POUNDS.inPounds(Figure.of("-0.002"));

        assertThat(pounds.sameValue(Figure.of("-2000"))).isTrue();
    }

    @Test
    void poundsStayPounds() {
        assertThat(MoneyUnit.POUND.inPounds(Figure.of("12.34"))).isEqualTo(Figure.of("12.34"));
    }

    @ParameterizedTest
    @EnumSource
    void aUnitIsFoundByItsSymbol(MoneyUnit unit) {
        assertThat(MoneyUnit.of(unit.symbol())).isEqualTo(unit);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "£M", "m", "GBP", "POUND", "$", "£k", "€"})
    void anyOtherSymbolIsRefused(String symbol) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MoneyUnit.of(symbol))
                .withMessage("must be £ or £m");
    }
}
