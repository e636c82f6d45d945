package org.muniment.kernel.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muniment.kernel.figures.Status;

class NotMeasuredReasonTest {
    @ParameterizedTest
    @EnumSource
    void aMissingFigureIsNeverGreen(NotMeasuredReason reason) {
        assertThat(reason.status())
                .isEqualTo(
                        reason == NotMeasuredReason.NOT_APPLICABLE
                                ? Status.NOT_APPLICABLE
                                : Status.NOT_MEASURED);
    }
}
