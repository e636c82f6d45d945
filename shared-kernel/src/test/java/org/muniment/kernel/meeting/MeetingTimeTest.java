package org.muniment.kernel.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeetingTimeTest {
    @ParameterizedTest
    @ValueSource(strings = {"2199-12-31T23:30-01:00", "1900-01-01T00:30+01:00"})
    void whatIsOfAnotherYearInLondonThanItsOffsetSaysIsHeldToTheYearInLondon(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> MeetingTime.of(text));
    }

    @Test
    void aMonthIsNoMomentYetAndLastsUntilItsEnd() {
        MeetingTime june = MeetingTime.of("2022-06");

        assertThat(june).hasToString("2022-06");
        assertThat(june.moment()).isEmpty();
        assertThat(june.latest()).isEqualTo("2022-06-30T23:00:00Z");
    }

    @Test
    void aDayIsOverWhenItEndsInLondon() {
        MeetingTime day = MeetingTime.of("2022-06-14");

        assertThat(day).hasToString("2022-06-14");
        assertThat(day.moment()).contains(Instant.parse("2022-06-14T23:00:00Z"));
        assertThat(day.latest()).isEqualTo("2022-06-14T23:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "2017-09-14T18:00, 2017-09-14T18:00+01:00, 2017-09-14T17:00:00Z",
        "2017-12-14T18:00, 2017-12-14T18:00Z, 2017-12-14T18:00:00Z",
        "2017-09-14T18:00:59, 2017-09-14T18:00+01:00, 2017-09-14T17:00:00Z"
    })
    void aTimeInLondonIsKeptWithItsOffset(String local, String stored, Instant instant) {
        MeetingTime time = MeetingTime.of(local);

        assertThat(time).hasToString(stored);
        assertThat(time.moment()).contains(instant);
        assertThat(time.latest()).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2017-09-14T18:00+01:00",
                "2017-09-14T17:00Z",
                "2017-09-14T17:00:00.000Z",
                "2017-09-14T13:00-04:00"
            })
    void oneMomentIsOneTimeInLondonWhateverItsOffset(String text) {
        assertThat(MeetingTime.of(text)).isEqualTo(MeetingTime.of("2017-09-14T18:00"));
    }

    @Test
    void aTimeLateInTheEveningAbroadMayBeOnTheNextDayInLondon() {
        assertThat(MeetingTime.of("2017-09-14T23:30Z").date().day())
                .isEqualTo(LocalDate.of(2017, 9, 15));
    }

    @Test
    void theHourThatTheClocksSkipInMarchDoesNotExist() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MeetingTime.of("2018-03-25T01:30"))
                .withMessage("does not exist in London: the clocks go forward in that hour");
        assertThat(MeetingTime.of("2018-03-25T02:00")).hasToString("2018-03-25T02:00+01:00");
    }

    @Test
    void theHourThatHappensTwiceInOctoberNeedsItsOffset() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MeetingTime.of("2017-10-29T01:30"))
                .withMessage("happens twice in London: add the offset, such as +01:00");
        assertThat(MeetingTime.of("2017-10-29T01:30+01:00").latest())
                .isEqualTo("2017-10-29T00:30:00Z");
        assertThat(MeetingTime.of("2017-10-29T01:30Z").latest()).isEqualTo("2017-10-29T01:30:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "T",
                "2017-09-14T",
                "2017-09-14T18",
                "2017-09-14T24:00",
                "2017-09-14T18:60",
                "2017-09-31T18:00",
                "2017-02-29T18:00Z",
                "2017-09-14T18:00+19:00",
                "2017-09-14T18:00+01",
                "2017-09-14T18:00 Europe/London",
                "2017-09-14t18:00T",
                "1817-09-14T18:00",
                "2217-09-14T18:00Z",
                "+12017-09-14T18:00",
                " 2017-09-14T18:00",
                "2017-09-14T18:00\n"
            })
    void aTimeTheClocksNeverShowIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MeetingTime.of(text))
                .withMessageStartingWith("must be a time in London (2017-09-14T18:00)");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "2017", "2017-13", "2017-06-31", "14 September 2017, 6 p.m."})
    void aDayTheCalendarDoesNotHoldIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MeetingTime.of(text))
                .withMessageStartingWith("must be a month (2017-06) or a day (2017-06-30)");
    }

    @Property
    void aTimeIsReadAsItWasWritten(@ForAll("times") MeetingTime time) {
        assertThat(MeetingTime.of(time.toString())).isEqualTo(time);
    }

    @Property
    void theMomentItSpeaksOfIsTheLatestAtWhichItCanBegin(@ForAll("times") MeetingTime time) {
        boolean fixed = time.date().day() != null;

        assertThat(time.moment()).isEqualTo(fixed ? Optional.of(time.latest()) : Optional.empty());
    }

    @Provide
    Arbitrary<MeetingTime> times() {
        Arbitrary<Instant> instants =
                Arbitraries.longs()
                        .between(
                                Instant.parse("1974-04-01T00:00:00Z").getEpochSecond(),
                                Instant.parse("2199-12-30T00:00:00Z").getEpochSecond())
                        .map(Instant::ofEpochSecond);
        Arbitrary<LocalDate> days =
                Arbitraries.longs()
                        .between(
                                LocalDate.of(1974, 4, 1).toEpochDay(),
                                LocalDate.of(2199, 12, 31).toEpochDay())
                        .map(LocalDate::ofEpochDay);
        return Arbitraries.oneOf(
                instants.map(MeetingTime::at),
                days.map(LocalDate::toString).map(MeetingTime::of),
                days.map(day -> YearMonth.from(day).toString()).map(MeetingTime::of));
    }
}
