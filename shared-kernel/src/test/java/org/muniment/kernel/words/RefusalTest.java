package org.muniment.kernel.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
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
    void aRefusalTellsNoMoreUnlessItIsGivenMore() {
        assertThat(Refused.by("findings-open", "1 finding is open").details()).isEmpty();
    }

    @Test
    void aRefusalThatTellsMoreIsOtherwiseTheSame() {
        Refused refused =
                Refused.because("findings-open", "overrides", "1 finding is open")
                        .with("findings", List.of("missing-actual"));

        assertThat(refused.details()).isEqualTo(Map.of("findings", List.of("missing-actual")));
        assertThat(refused.with("more", 1).details()).containsOnlyKeys("findings", "more");
        assertThat(refused.rule()).isEqualTo("findings-open");
        assertThat(refused.field()).contains("overrides");
        assertThat(refused).hasMessage("1 finding is open");
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
