package org.muniment.kernel.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TitleTest {
    @Test
    void aTitleMayHaveTwoThousandCharacters() {
        String longest = "t".repeat(2000);

        assertThat(new Title(longest)).hasToString(longest);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Title(longest + "t"))
                .withMessage("must be at most 2000 characters");
    }

    @Test
    void aTitleIsOneLine() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Title("one\ntwo"))
                .withMessageContaining("U+000A");
    }

    @Test
    void composedAndDecomposedAccentsStayDifferentTitles() {
        assertThat(new Title("caf\u00E9")).isNotEqualTo(new Title("cafe\u0301"));
    }

    @Test
    void aLeadMayHaveTwoHundredCharacters() {
        assertThat(new Lead("JT/JB/MJ")).hasToString("JT/JB/MJ");
        assertThat(new Lead("l".repeat(200)).value()).hasSize(200);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Lead("l".repeat(201)))
                .withMessage("must be at most 200 characters");
    }
}
