package org.muniment.command.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muniment.kernel.figures.Figure;

class NumbersTest {
    private static final List<UnaryOperator<String>> PLAIN =
            List.of(
                    it -> it,
                    NumbersTest::grouped,
                    it -> "£" + it,
                    it -> "£" + grouped(it),
                    it -> it + "%",
                    it -> it + " %",
                    it -> "+" + it);

    private static final List<UnaryOperator<String>> NEGATIVE =
            List.of(
                    it -> "-" + it,
                    it -> "−" + it,
                    it -> it + "-",
                    it -> it + "−",
                    it -> "(" + it + ")",
                    it -> "(" + it + ")%",
                    it -> "(" + it + "%)",
                    it -> "(£" + grouped(it) + ")",
                    it -> "-£" + it,
                    it -> "£-" + it,
                    it -> "−£" + grouped(it) + "%");

    @Property
    void everySpellingOfANumberIsTheSameDecimal(
            @ForAll @BigRange(min = "0", max = "999999999999999") BigInteger digits,
            @ForAll @IntRange(max = 6) int places) {
        String typed = new BigDecimal(digits, places).toPlainString();

        for (UnaryOperator<String> spelling : PLAIN) {
            assertThat(Numbers.figure(spelling.apply(typed))).isEqualTo(Figure.of(typed));
        }
        for (UnaryOperator<String> spelling : NEGATIVE) {
            assertThat(Numbers.figure(spelling.apply(typed))).isEqualTo(Figure.of("-" + typed));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,234.50|1234.50",
                "£1.2|1.2",
                "(1.25)|-1.25",
                "(1.25)%|-1.25",
                "1.25%|1.25",
                "−3|-3",
                "1.25-|-1.25",
                ".5|0.5",
                "33.30|33.30"
            })
    void theDigitsStayAsTyped(String typed, String kept) {
        assertThat(Numbers.figure(typed)).hasToString(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "%",
                "£",
                "()",
                "(1",
                "1)",
                "-(1)",
                "(-1)",
                "--1",
                "-1-",
                "1%%",
                "(1%)%",
                "1,23",
                "1,2345",
                "12,34.5",
                "1.234.5",
                "1,234,56",
                "1e3",
                "0x1F",
                "NaN",
                "n/a",
                "83,33",
                "1 000",
                "007",
                "1.1234567",
                "=1+1",
                "–3",
                "١٢",
                "１",
                "1\u00002",
                "£1.2m"
            })
    void whatIsNoNumberOrCouldBeTwoIsRefused(String typed) {
        assertThatIllegalArgumentException().isThrownBy(() -> Numbers.figure(typed));
    }

    @Test
    void aLongCellIsRefusedAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Numbers.figure("(" + " ".repeat(1_000_000) + "x"));
    }

    @Test
    void aLetterThatLooksLikeADigitIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Numbers.figure("1О"))
                .withMessageContaining("О (U+041E)");
    }

    private static String grouped(String plain) {
        BigDecimal number = new BigDecimal(plain);
        DecimalFormat format =
                new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.UK));
        format.setMinimumFractionDigits(number.scale());
        return format.format(number);
    }
}
