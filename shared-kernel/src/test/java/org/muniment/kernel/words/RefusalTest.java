package org.muniment.kernel.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RefusalTest {
    @Test
    void aRefusalNamesItsRule() {
        Refused refused = Refused.by("year-closed", "the year is closed");

        assertThat(refused.rule()).isEqualTo("year-closed");
        assertThat(refused.field()).isEmpty();
        assertThat(refused).hasMessage("the year is closed");
    }

    @Test
    void aRefusalMayNameTheFieldItIsAbout() {
        Refused refused = Refused.because("unknown-service", "service", "no such service");

        assertThat(refused.rule()).isEqualTo("unknown-service");
        assertThat(refused.field()).contains("service");
        assertThat(refused).hasMessage("no such service");
    }

    @Test
    void whatIsMalformedNamesItsField() {
        Malformed malformed = new Malformed("finish", "must not lie before the start");

        assertThat(malformed.field()).isEqualTo("finish");
        assertThat(malformed)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("must not lie before the start");
    }
}
