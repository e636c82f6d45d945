package org.muniment.query.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.muniment.query.journal.Directory.PlanEntry;
import org.muniment.query.page.Landmark.Kind;

class LandmarkTest {
    private static final LocalDate DAY = LocalDate.of(2017, 9, 14);
    private static final LocalDate JULY = LocalDate.of(2017, 7, 31);

    @Test
    void aDayLeadsToTheSamePageOnThatDayAndKeepsItsOtherQuestions() {
        assertThat(
                        new Landmark(DAY, Kind.MEETING, "met", null)
                                .on("/plans/p?asAt=2017-01-01&q=a%20b"))
                .isEqualTo("/plans/p?q=a%20b&asOf=2017-09-14");
        assertThat(new Landmark(DAY, Kind.PUBLICATION, "published", JULY).on("/plans/p"))
                .isEqualTo("/plans/p?asOf=2017-09-14&asAt=2017-07-31");
    }

    @Test
    void linksKeepTheMomentThatWasAskedFor() {
        assertThat(at(null, null).link("/kpis/k")).isEqualTo("/kpis/k");
        assertThat(at("2017-09-14", JULY).link("/kpis/k?x=1"))
                .isEqualTo("/kpis/k?x=1&asOf=2017-09-14&asAt=2017-07-31");
        assertThat(at("2017-09-14T12:00:00+01:00", null).link("/kpis/k?q=a%20b"))
                .isEqualTo("/kpis/k?q=a%20b&asOf=2017-09-14T12%3A00%3A00%2B01%3A00");
    }

    private static PlanMoment at(String asked, LocalDate cutOff) {
        PlanEntry plan = new PlanEntry("p", "pair", "2017/18", "Plan");
        return new PlanMoment(plan, "Pair", null, JULY, asked, cutOff, List.of());
    }
}
