package org.muniment.kernel.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeTest {
    @ParameterizedTest
    @ValueSource(strings = {"CBC", "SRBC", "SS", "A", "A1", "ABCDEFGHIJ"})
    void aCodeIsCapitalsAndDigits(String code) {
        assertThat(new Code(code)).hasToString(code);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "cbc", "1A", "A B", "A-B", "ABCDEFGHIJK", "CBC ", "CBC\n"})
    void anyOtherCodeIsRefused(String code) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Code(code))
                .withMessage("must be 1 to 10 capital letters or digits, starting with a letter");
    }

    @Test
    void theCyrillicCodePrintedInJuly2017IsRefusedAndItsLettersNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Code("\u0421\u0412\u0421"))
                .withMessageStartingWith("must be 1 to 10 capital letters")
                .withMessageContaining("\u0421 (U+0421), \u0412 (U+0412)");
    }

    @Test
    void oneCyrillicLetterAmongLatinOnesIsFound() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Code("CB\u0421"))
                .withMessageEndingWith("\u0421 (U+0421)");
    }
}
