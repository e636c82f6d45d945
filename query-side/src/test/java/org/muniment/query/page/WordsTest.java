package org.muniment.query.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.muniment.kernel.figures.Status;
import org.muniment.kernel.findings.FindingKind;
import org.muniment.kernel.log.EventForm;
import org.muniment.kernel.log.EventForms;

class WordsTest {
    private final Words words = new Words();

    @Test
    void datesAreWrittenAsPeopleWriteThem() {
        assertThat(words.day(LocalDate.of(2017, 9, 14))).isEqualTo("14 September 2017");
        assertThat(words.day("2017-09")).isEqualTo("September 2017");
        assertThat(words.month(YearMonth.of(2017, 7))).isEqualTo("July 2017");
        assertThat(words.day(null)).isEqualTo("-");
    }

    @Test
    void aMomentIsToldInLondonInSummerAndInWinter() {
        assertThat(words.instant(Instant.parse("2017-09-14T17:05:00Z")))
                .isEqualTo("14 September 2017 at 6:05 pm");
        assertThat(words.instant(Instant.parse("2017-12-14T00:30:00Z")))
                .isEqualTo("14 December 2017 at 12:30 am");
        assertThat(words.dayOf(Instant.parse("2017-09-14T23:00:00Z")))
                .isEqualTo("15 September 2017");
    }

    @Test
    void anExplainedValueIsAnAmountAsPrintedOrADateInWords() {
        assertThat(words.explained("budget.total.variance", "-0.0015")).isEqualTo("(0.0015)");
        assertThat(words.explained("projects.closure.finish", "2017-12"))
                .isEqualTo("December 2017");
        assertThat(words.explained("kpis.grants.actual", "-1.5")).isEqualTo("-1.5");
    }

    @Test
    void statusesAndRolesAreWords() {
        assertThat(words.status(Status.NOT_MEASURED)).isEqualTo("Not measured");
        assertThat(words.status(null)).isEqualTo("Not reported");
        assertThat(words.role("head-of-service")).isEqualTo("head of service");
        assertThat(words.role("officer")).isEqualTo("officer");
    }

    @Test
    void everyFormOfEventHasAPlainName() {
        assertThat(Words.EVENTS.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        EventForms.ALL.stream().map(EventForm::name).distinct().toList());
    }

    @Test
    void everyKindOfFindingHasAPlainName() {
        for (FindingKind kind : FindingKind.values()) {
            assertThat(words.finding(kind.id())).isNotEqualTo(kind.id());
        }
    }

    @Test
    void aSentenceHasItsDatesInWordsAndNothingElseChanged() {
        assertThat(words.prose("was completed on 2017-07-20 but is to start in 2018-04"))
                .isEqualTo("was completed on 20 July 2017 but is to start in April 2018");
        assertThat(words.prose("the plan bip-2017-18 of 2017/18, 2017-13, 2017-07-99 and 12017-04"))
                .isEqualTo("the plan bip-2017-18 of 2017/18, 2017-13, 2017-07-99 and 12017-04");
    }
}
