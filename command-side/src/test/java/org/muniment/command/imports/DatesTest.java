package org.muniment.command.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {
    @ParameterizedTest
    @CsvSource({
        "2017-07-31,2017-07-31",
        "31/07/2017,2017-07-31",
        "4/5/2017,2017-05-04",
        "29/02/2020,2020-02-29"
    })
    void aDayIsReadDayFirst(String typed, String day) {
        assertThat(Dates.day(typed)).hasToString(day);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "07/31/2017",
                "31/07/17",
                "31-07-2017",
                "31.07.2017",
                "2017/07/31",
                "30/02/2017",
                "29/02/2019",
                "July 2017",
                "42947",
                "2017-7-31",
                "0017-07-31",
                "31/07/2017 00:00"
            })
    void aDayThatIsNoneOrCouldBeTwoIsRefused(String typed) {
        assertThatIllegalArgumentException().isThrownBy(() -> Dates.day(typed));
    }

    @ParameterizedTest
    @CsvSource({
        "2017-07,2017-07",
        "Jul-17,2017-07",
        "jul 2017,2017-07",
        "JULY 2017,2017-07",
        "Sept-17,2017-09",
        "May-18,2018-05",
        "2017-07-01,2017-07"
    })
    void aMonthIsReadAsPeopleWriteIt(String typed, String month) {
        assertThat(Dates.month(typed)).hasToString(month);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2017-13",
                "Jux-17",
                "07/2017",
                "17-Jul",
                "Jul",
                "2017-07-31",
                "July 117"
            })
    void aMonthThatIsNoneOrCouldBeTwoIsRefused(String typed) {
        assertThatIllegalArgumentException().isThrownBy(() -> Dates.month(typed));
    }

    @ParameterizedTest
    @CsvSource({"2017-07,2017-07", "Jul-17,2017-07", "31/07/2017,2017-07-31"})
    void aFinishIsAMonthOrADay(String typed, String kept) {
        assertThat(Dates.monthOrDay(typed)).hasToString(kept);
    }
}
