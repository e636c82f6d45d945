package org.muniment.kernel.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class StatusTest {
    @Test
    void onlyAmberAndRedAreOffTarget() {
        assertThat(Arrays.stream(Status.values()).filter(Status::isOffTarget))
                .containsExactly(Status.AMBER, Status.RED);
    }
}
