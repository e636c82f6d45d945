package org.muniment.kernel.kpi;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.words.Malformed;

class ProfiledTargetTest {
    @Test
    void aTargetNeedsItsMonthAndItsFigure() {
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> new ProfiledTarget(null, Figure.of("30")))
                .returns("month", Malformed::field);
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> new ProfiledTarget(YearMonth.of(2017, 7), null))
                .returns("target", Malformed::field);
    }
}
