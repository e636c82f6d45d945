package org.muniment.command.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muniment.command.plan.BusinessPlan;
import org.muniment.kernel.snapshot.SnapshotId;
import org.muniment.kernel.time.Quarter;

class SnapshotStandingTest {
    @ParameterizedTest
    @CsvSource({
        "2017-07-31, 2017-07, true",
        "2017-07-31, 2017-04, true",
        "2017-07-31, 2017-08, false",
        "2017-07-15, 2017-07, true",
        "2017-07-15, 2017-08, false",
        "2018-02-28, 2018-02, true"
    })
    void aMonthThatThePackReportsOnIsClosed(LocalDate asAt, YearMonth month, boolean closed) {
        assertThat(standing(asAt, true, null).closes(month)).isEqualTo(closed);
    }

    @Test
    void whatIsNotConfirmedClosesNothing() {
        assertThat(standing(FirstQuarter.CUT_OFF, false, null).closes(YearMonth.of(2017, 7)))
                .isFalse();
    }

    @Test
    void whatMembersWereGivenStillClosesWhenItIsSuperseded() {
        SnapshotStanding superseded = standing(FirstQuarter.CUT_OFF, true, FirstQuarter.NEXT);

        assertThat(superseded.isSuperseded()).isTrue();
        assertThat(superseded.closes(YearMonth.of(2017, 7))).isTrue();
    }

    @Test
    void whatWasWithdrawnBeforeAnybodyWasGivenItClosesNothing() {
        SnapshotStanding withdrawn =
                new SnapshotStanding(
                        FirstQuarter.ID,
                        BusinessPlan.ID,
                        Quarter.Q1,
                        FirstQuarter.CUT_OFF,
                        true,
                        false,
                        FirstQuarter.NEXT);

        assertThat(withdrawn.closes(YearMonth.of(2017, 7))).isFalse();
    }

    private static SnapshotStanding standing(
            LocalDate asAt, boolean confirmed, SnapshotId supersededBy) {
        return new SnapshotStanding(
                FirstQuarter.ID, BusinessPlan.ID, Quarter.Q1, asAt, confirmed, true, supersededBy);
    }
}
