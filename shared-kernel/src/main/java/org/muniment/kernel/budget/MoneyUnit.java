package org.muniment.kernel.budget;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import org.muniment.kernel.figures.Figure;

/** What an amount of money counts: pounds, or millions of pounds as committees print them. */
public enum MoneyUnit {
    POUND("£", "1"),
    MILLION_POUNDS("£m", "1000000");

    private final String symbol;
    private final Figure pounds;

    MoneyUnit(String symbol, String pounds) {
        this.symbol = symbol;
        this.pounds = Figure.of(pounds);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static MoneyUnit of(String symbol) {
        return Arrays.stream(values())
                .filter(unit -> unit.symbol.equals(symbol))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("must be £ or £m"));
    }

    public Figure inPounds(Figure amount) {
        return amount.times(pounds);
    }

    @JsonValue
    public String symbol() {
        return symbol;
    }
}
