package org.muniment.kernel.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LondonTest {
    @ParameterizedTest
    @CsvSource({
        "2017-09-14, 2017-09-14T23:00:00Z",
        "2017-12-14, 2017-12-15T00:00:00Z",
        "2017-06-30, 2017-06-30T23:00:00Z",
        "2017-09-30, 2017-09-30T23:00:00Z",
        "2017-12-31, 2018-01-01T00:00:00Z",
        "2018-03-31, 2018-03-31T23:00:00Z",
        "2024-03-30, 2024-03-31T00:00:00Z",
        "2024-03-31, 2024-03-31T23:00:00Z",
        "2028-02-29, 2028-03-01T00:00:00Z"
    })
    void aDayEndsAtMidnightInLondon(LocalDate day, Instant end) {
        assertThat(London.endOf(day)).isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-14T22:59:59.999Z, 2026-09-14",
        "2026-09-14T23:00:00.000Z, 2026-09-15",
        "2026-01-14T23:59:59.999Z, 2026-01-14",
        "2026-01-15T00:00:00.000Z, 2026-01-15"
    })
    void anInstantBelongsToTheDayOfLondon(Instant instant, LocalDate day) {
        assertThat(London.dayOf(instant)).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-28, 24",
        "2026-03-29, 23",
        "2026-03-30, 24",
        "2026-10-24, 24",
        "2026-10-25, 25",
        "2026-10-26, 24"
    })
    void theDaysOnWhichTheClocksChangeAreShorterAndLonger(LocalDate day, int hours) {
        assertThat(Duration.between(London.endOf(day.minusDays(1)), London.endOf(day)))
                .hasHours(hours);
    }

    @Test
    void bothHoursThatReadHalfPastOneInOctoberBelongToTheSameDay() {
        LocalDate day = LocalDate.of(2026, 10, 25);

        assertThat(London.dayOf(Instant.parse("2026-10-25T00:30:00Z"))).isEqualTo(day);
        assertThat(London.dayOf(Instant.parse("2026-10-25T01:30:00Z"))).isEqualTo(day);
    }

    @Property
    void theEndOfADayIsTheFirstInstantOfTheNext(@ForAll("days") LocalDate day) {
        Instant end = London.endOf(day);

        assertThat(London.dayOf(end.minusNanos(1))).isEqualTo(day);
        assertThat(London.dayOf(end)).isEqualTo(day.plusDays(1));
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(1974, 1, 1).toEpochDay(),
                        LocalDate.of(2200, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }
}
