package org.muniment.command.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was typed into a cell, from the binary number a spreadsheet made of it. */
class TypedTest {
    @Property
    void whatWasTypedIsFoundAgain(
            @ForAll @BigRange(min = "-999999999999999", max = "999999999999999") BigInteger digits,
            @ForAll @IntRange(max = 6) int places) {
        BigDecimal typed = new BigDecimal(digits, places);
        String seventeenDigits =
                new BigDecimal(typed.doubleValue()).round(new MathContext(17)).toString();

        assertThat(Typed.number(seventeenDigits)).isEqualByComparingTo(typed);
    }

    @ParameterizedTest
    @CsvSource({
        "33.33,33.33",
        "1.1000000000000001,1.1",
        "83.329999999999998,83.33",
        "1E-3,0.001",
        "1.2E3,1200",
        "0,0",
        "-3,-3"
    })
    void theDecimalIsKept(String raw, String typed) {
        assertThat(Typed.number(raw).toPlainString()).isEqualTo(typed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.30000000000000004",
                "3.3333333333333335",
                "NaN",
                "Infinity",
                "",
                "1e2147483647",
                "1e-400",
                "0x1p3",
                "1,5"
            })
    void whatNobodyTypedIsRefused(String raw) {
        assertThatIllegalArgumentException().isThrownBy(() -> Typed.number(raw));
    }

    @Test
    void aSpreadsheetsDayIsCountedAsItsCalendarDoes() {
        assertThat(Typed.day(new BigDecimal("42947"), false)).hasToString("2017-07-31");
        assertThat(Typed.day(new BigDecimal("41485"), true)).hasToString("2017-07-31");
    }

    @ParameterizedTest
    @ValueSource(strings = {"42947.5", "60", "-1", "99999999"})
    void aTimeOrADayThatIsNotSureIsRefused(String number) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Typed.day(new BigDecimal(number), false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|General|PLAIN",
                "2|0.00|PLAIN",
                "10|0.00%|PER_CENT",
                "14|mm-dd-yy|DATE",
                "17||DATE",
                "165|[$-809]mmm\\-yy|DATE",
                "166|#,##0.00 \"days\"|PLAIN",
                "167|\"£\"#,##0.00;[Red]\\-\"£\"#,##0.00|PLAIN"
            })
    void aFormatSaysWhatANumberIs(int id, String code, NumberFormat format) {
        assertThat(NumberFormat.of(id, code)).isEqualTo(format);
    }
}
