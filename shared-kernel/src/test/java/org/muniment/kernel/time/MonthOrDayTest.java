package org.muniment.kernel.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MonthOrDayTest {
    @ParameterizedTest
    @CsvSource({
        "2017-06, 2017-06-01, 2017-06-30",
        "2018-02, 2018-02-01, 2018-02-28",
        "2028-02, 2028-02-01, 2028-02-29",
        "2017-12, 2017-12-01, 2017-12-31"
    })
    void aMonthReachesFromItsFirstDayToItsLast(String text, LocalDate first, LocalDate last) {
        MonthOrDay month = MonthOrDay.of(text);

        assertThat(month.firstDay()).isEqualTo(first);
        assertThat(month.lastDay()).isEqualTo(last);
        assertThat(month).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2017-06-30", "2028-02-29", "2017-01-01", "2199-12-31"})
    void aDayIsItsOwnFirstAndLast(String text) {
        MonthOrDay day = MonthOrDay.of(text);

        assertThat(day.firstDay()).isEqualTo(LocalDate.parse(text)).isEqualTo(day.lastDay());
        assertThat(day.month()).isEqualTo(YearMonth.parse(text.substring(0, 7)));
        assertThat(day).hasToString(text);
    }

    @Test
    void aMonthIsNotItsFirstDay() {
        assertThat(MonthOrDay.of("2017-06")).isNotEqualTo(MonthOrDay.of("2017-06-01"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2017-06-31",
                "2018-02-29",
                "2100-02-29",
                "2017-13",
                "2017-00",
                "2017-06-00",
                "",
                "2017",
                "17-06",
                "2017-6",
                "June 2017",
                "30/06/2017",
                "2017-06-30T00:00:00Z",
                " 2017-06"
            })
    void whatTheCalendarDoesNotHoldIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MonthOrDay.of(text))
                .withMessage("must be a month (2017-06) or a day (2017-06-30) of the calendar");
    }

    @Test
    void aDayOfAnotherMonthIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MonthOrDay(YearMonth.of(2017, 6), LocalDate.of(2017, 7, 1)))
                .withMessage("the day must lie in the month");
    }
}
