package org.muniment.kernel.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuarterTest {
    @ParameterizedTest
    @CsvSource({
        "Q1, 2017/18, 2017-04-01, 2017-06-30",
        "Q2, 2017/18, 2017-07-01, 2017-09-30",
        "Q3, 2017/18, 2017-10-01, 2017-12-31",
        "Q4, 2017/18, 2018-01-01, 2018-03-31",
        "Q4, 1999/00, 2000-01-01, 2000-03-31"
    })
    void aQuarterHasItsDaysInEveryYear(
            Quarter quarter, String year, LocalDate first, LocalDate last) {
        assertThat(quarter.firstDay(FinancialYear.of(year))).isEqualTo(first);
        assertThat(quarter.lastDay(FinancialYear.of(year))).isEqualTo(last);
    }

    @Property
    void theFourQuartersTileTheFinancialYear(
            @ForAll @IntRange(min = 1974, max = 2199) int startYear) {
        FinancialYear year = new FinancialYear(startYear);
        List<LocalDate> days = year.firstDay().datesUntil(year.lastDay().plusDays(1)).toList();

        assertThat(Stream.of(Quarter.values()).flatMap(quarter -> daysOf(quarter, year)))
                .containsExactlyElementsOf(days);
    }

    private static Stream<LocalDate> daysOf(Quarter quarter, FinancialYear year) {
        return quarter.firstDay(year).datesUntil(quarter.lastDay(year).plusDays(1));
    }
}
