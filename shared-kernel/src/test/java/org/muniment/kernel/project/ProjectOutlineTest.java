package org.muniment.kernel.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muniment.kernel.time.MonthOrDay;
import org.muniment.kernel.words.Code;
import org.muniment.kernel.words.Lead;
import org.muniment.kernel.words.Malformed;
import org.muniment.kernel.words.Title;

class ProjectOutlineTest {
    @ParameterizedTest
    @CsvSource({
        "2017-06, 2017-05",
        "2017-06, 2017-05-31",
        "2017-06-15, 2017-06-14",
        "2017-06-15, 2017-05",
        "2018-04, 2017-07"
    })
    void aFinishBeforeTheStartIsMalformed(String start, String finish) {
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> outline(start, MonthOrDay.of(finish), List.of()))
                .withMessage("must not lie before the start, " + start)
                .returns("finish", Malformed::field);
    }

    @ParameterizedTest
    @CsvSource({
        "2017-06, 2017-06",
        "2017-06-15, 2017-06",
        "2017-06, 2017-06-01",
        "2017-06-15, 2017-06-15",
        "2018-04, 2018-07"
    })
    void aFinishThatCanFollowTheStartIsAccepted(String start, String finish) {
        assertThat(outline(start, MonthOrDay.of(finish), List.of()).finish()).hasToString(finish);
    }

    @Test
    void anOngoingProjectHasNoFinish() {
        assertThat(outline("2017-04", null, null).finish()).isNull();
    }

    @Test
    void leadsAndMilestonesMayBeLeftOut() {
        ProjectOutline outline = outline("2017-04", null, null);

        assertThat(outline.leads()).isEmpty();
        assertThat(outline.milestones()).isEmpty();
    }

    @Test
    void twoMilestonesOfOneIdAreMalformed() {
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(
                        () ->
                                outline(
                                        "2017-04",
                                        null,
                                        List.of(
                                                milestone("draft", "2017-06"),
                                                milestone("draft", "2017-07"))))
                .withMessage("must not use an id twice")
                .returns("milestones", Malformed::field);
    }

    @Test
    void milestonesKeepTheirOrder() {
        Milestone second = milestone("b", "2017-07");
        Milestone first = milestone("a", null);

        assertThat(outline("2017-04", null, List.of(second, first)).milestones())
                .containsExactly(second, first);
    }

    private static Milestone milestone(String id, String due) {
        return new Milestone(
                new MilestoneId(id), new Title(id), due == null ? null : MonthOrDay.of(due));
    }

    private static ProjectOutline outline(
            String start, MonthOrDay finish, List<Milestone> milestones) {
        List<Lead> noLeads = null;
        return new ProjectOutline(
                new Code("SFS"),
                new Title("Procurement"),
                new Title("Contracts register"),
                noLeads,
                MonthOrDay.of(start),
                finish,
                milestones);
    }
}
