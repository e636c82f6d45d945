package org.muniment.kernel.figures;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

final class RandomFigures {
    private RandomFigures() {}

    static Arbitrary<Figure> ofPlaces(int places) {
        BigDecimal limit = new BigDecimal("999999.99");
        return Arbitraries.bigDecimals()
                .between(limit.negate(), limit)
                .ofScale(places)
                .map(value -> value.setScale(places))
                .map(Figure::new);
    }

    static Arbitrary<String> typed() {
        BigDecimal limit = new BigDecimal("999999999999999");
        return Arbitraries.integers()
                .between(0, 6)
                .flatMap(
                        places ->
                                Arbitraries.bigDecimals()
                                        .between(limit.negate(), limit)
                                        .ofScale(places)
                                        .map(value -> value.setScale(places).toPlainString()));
    }
}
