package org.muniment.kernel.words;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NarrativeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "24 returns:\n\t10 early\n\t10 on time\n\t4 late\n",
                "\uD83D\uDC69\u200D\uD83D\uDCBB and \uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
                "cafe\u0301, not caf\u00E9",
                "\u05E9\u05DC\u05D5\u05DD \u0645\u0631\u062D\u0628\u0627",
                "  two spaces before, two after  "
            })
    void aNarrativeIsKeptByteForByte(String text) {
        assertThat(new Narrative(text).toString().getBytes(UTF_8)).isEqualTo(text.getBytes(UTF_8));
    }

    @Test
    void aNarrativeMayHaveTenThousandCharacters() {
        String longest = "n".repeat(10_000);

        assertThat(new Narrative(longest)).hasToString(longest);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Narrative(longest + "n"))
                .withMessage("must be at most 10000 characters");
    }

    @ParameterizedTest
    @ValueSource(ints = {0x0000, 0x202E, 0xD83D, 0xFEFF})
    void aNarrativeHoldsNothingThatCannotBeShown(int point) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Narrative("late" + Character.toString(point)))
                .withMessageContaining("U+%04X".formatted(point));
    }
}
