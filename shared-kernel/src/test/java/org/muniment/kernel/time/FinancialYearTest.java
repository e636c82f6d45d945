package org.muniment.kernel.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class FinancialYearTest {
    private static final FinancialYear YEAR = FinancialYear.of("2017/18");

    @Test
    void theYearRunsFromAprilToMarch() {
        assertThat(YEAR.firstDay()).isEqualTo(LocalDate.of(2017, 4, 1));
        assertThat(YEAR.lastDay()).isEqualTo(LocalDate.of(2018, 3, 31));
    }

    @Test
    void theYearHoldsItsTwelveMonthsAndNoOther() {
        assertThat(YEAR.contains(YearMonth.of(2017, 3))).isFalse();
        assertThat(YEAR.contains(YearMonth.of(2017, 4))).isTrue();
        assertThat(YEAR.contains(YearMonth.of(2017, 12))).isTrue();
        assertThat(YEAR.contains(YearMonth.of(2018, 3))).isTrue();
        assertThat(YEAR.contains(YearMonth.of(2018, 4))).isFalse();
    }

    @Test
    void aYearWithALeapDayHas366Days() {
        FinancialYear leap = FinancialYear.of("2027/28");

        assertThat(ChronoUnit.DAYS.between(leap.firstDay(), leap.lastDay())).isEqualTo(365);
        assertThat(leap.contains(YearMonth.of(2028, 2))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1999/00", "2009/10", "1974/75", "2199/00"})
    void aYearIsWrittenAsItWasRead(String text) {
        assertThat(FinancialYear.of(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2017/19", "2017/17", "2017/00", "1999/01"})
    void twoYearsThatAreNotInARowAreRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FinancialYear.of(text))
                .withMessageContaining("must name two years in a row")
                .withMessageEndingWith(", not " + text);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "2017",
                "2017/2018",
                "2017-18",
                "17/18",
                " 2017/18",
                "2017/18\n",
                "-017/18",
                "\u0662\u0660\u0661\u0667/\u0661\u0668"
            })
    void anyOtherWayOfWritingAYearIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FinancialYear.of(text))
                .withMessage("must be written as 2017/18");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0001/02", "1973/74", "2200/01", "9999/00"})
    void aYearOutsideTheYearsKeptIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FinancialYear.of(text))
                .withMessageStartingWith("must lie between 1974 and 2199");
    }

    @Property
    void oneYearEndsTheDayBeforeTheNextBegins(
            @ForAll @IntRange(min = 1974, max = 2198) int startYear) {
        FinancialYear year = new FinancialYear(startYear);

        assertThat(year.lastDay().plusDays(1))
                .isEqualTo(new FinancialYear(startYear + 1).firstDay());
        assertThat(FinancialYear.of(year.toString())).isEqualTo(year);
    }
}
