package org.muniment.kernel.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.muniment.kernel.figures.Figure;

class ProfileTest {
    private static final ProfiledTarget JUNE = target("2017-06", "20");
    private static final ProfiledTarget JULY = target("2017-07", "30");
    private static final ProfiledTarget MARCH = target("2018-03", "90");

    @Test
    void aMonthHasTheTargetNamedForIt() {
        assertThat(profile().targetToDate(YearMonth.of(2017, 7))).contains(Figure.of("30"));
    }

    @Test
    void aMonthUnnamedKeepsTheLastTarget() {
        assertThat(profile().targetToDate(YearMonth.of(2018, 2))).contains(Figure.of("30"));
        assertThat(profile().targetToDate(YearMonth.of(2018, 4))).contains(Figure.of("90"));
    }

    @Test
    void aMonthBeforeTheFirstNamedHasNoTarget() {
        assertThat(profile().targetToDate(YearMonth.of(2017, 5))).isEmpty();
        assertThat(Profile.NONE.targetToDate(YearMonth.of(2017, 5))).isEmpty();
    }

    @Test
    void theOrderOfTypingDoesNotMatter() {
        assertThat(profile()).isEqualTo(new Profile(List.of(JUNE, JULY, MARCH)));
        assertThat(profile().targets()).containsExactly(JUNE, JULY, MARCH);
    }

    @Test
    void aMonthNamedTwiceIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Profile(List.of(JULY, JUNE, target("2017-07", "31"))))
                .withMessage("must not name a month twice");
    }

    private static Profile profile() {
        return new Profile(List.of(MARCH, JUNE, JULY));
    }

    private static ProfiledTarget target(String month, String target) {
        return new ProfiledTarget(YearMonth.parse(month), Figure.of(target));
    }
}
