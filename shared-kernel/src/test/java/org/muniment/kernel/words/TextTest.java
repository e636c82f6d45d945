package org.muniment.kernel.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {
    @ParameterizedTest
    @ValueSource(
            ints = {
                0x0000, 0x0001, 0x0008, 0x000B, 0x001B, 0x007F, 0x0085, 0x009F, 0x200B, 0x2028,
                0x2029, 0x202A, 0x202E, 0x2066, 0x2069, 0xD83D, 0xDC69, 0xFEFF, 0xFFFE, 0xFFFF,
                0x1FFFE, 0x10FFFF, 0xFDD0, 0x200F, 0x061C
            })
    void aCharacterThatCannotBeShownIsRefusedByName(int point) {
        String text = "be" + Character.toString(point) + "fore";
        String message = "holds a character that cannot be shown: (U+%04X)".formatted(point);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Text.line(text, 100))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Text.lines(text, 100))
                .withMessage(message);
    }

    @ParameterizedTest
    @ValueSource(ints = {'\n', '\r', '\t'})
    void onlyTextOfManyLinesHoldsLineBreaksAndTabs(int point) {
        String text = "one" + Character.toString(point) + "two";

        assertThat(Text.lines(text, 100)).isEqualTo(text);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Text.line(text, 100))
                .withMessageContaining("cannot be shown");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "   ", "\t", "\n\n", "\u3000"})
    void blankTextIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Text.line(text, 100))
                .withMessage("must not be blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Text.lines(text, 100))
                .withMessage("must not be blank");
    }

    @Test
    void textMayReachItsLimitButNotPassIt() {
        assertThat(Text.line("12345", 5)).isEqualTo("12345");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Text.line("123456", 5))
                .withMessage("must be at most 5 characters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Finance & Assurance",
                " spaces kept ",
                "caf\u00E9",
                "cafe\u0301",
                "\uD83D\uDC69\u200D\uD83D\uDCBB",
                "\u202Fnarrow",
                "\u05E9\u05DC\u05D5\u05DD",
                "\u0421\u0412\u0421",
                "\uD842\uDFB7",
                "<script>alert(1)</script>",
                "=cmd|' /C calc'!A0"
            })
    void everythingElseIsKeptExactly(String text) {
        assertThat(Text.line(text, 100)).isEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource("goodIds")
    void anIdIsLowerCaseLettersDigitsAndHyphens(String id) {
        assertThat(Text.id(id)).isEqualTo(id);
    }

    static Stream<String> goodIds() {
        return Stream.of("a", "0", "grant-claims", "2017-18", "a-", "x".repeat(64));
    }

    @ParameterizedTest
    @NullSource
    @MethodSource("badIds")
    void anyOtherIdIsRefused(String id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Text.id(id))
                .withMessageStartingWith("must be 1 to 64 lower-case letters, digits or hyphens");
    }

    static Stream<String> badIds() {
        return Stream.of(
                "",
                " ",
                "-a",
                "A",
                "a b",
                "a_b",
                "a/b",
                "a.b",
                "..",
                "a\n",
                "caf\u00E9",
                "\u0661",
                "x".repeat(65),
                "x".repeat(256));
    }

    @Test
    void lettersThatOnlyLookLatinAreNamedAtMostFive() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Text.id("\u0430\u0431\u0432\u0433\u0434\u0435\u0430"))
                .withMessageContaining("U+0430")
                .withMessageContaining("U+0434")
                .withMessageNotContaining("U+0435");
    }

    @Test
    void aPlainMistakeIsNotBlamedOnTheAlphabet() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Text.code("cbc"))
                .withMessage("must be 1 to 10 capital letters or digits, starting with a letter");
    }

    @Property
    void textIsKeptExactlyOrRefused(@ForAll("anyText") String text) {
        try {
            assertThat(Text.lines(text, 100)).isSameAs(text);
        } catch (IllegalArgumentException refused) {
            assertThat(refused.getMessage())
                    .matches("must not be blank|holds a character that cannot be shown: .*");
        }
    }

    @Provide
    Arbitrary<String> anyText() {
        return Arbitraries.strings().all().ofMaxLength(50);
    }
}
