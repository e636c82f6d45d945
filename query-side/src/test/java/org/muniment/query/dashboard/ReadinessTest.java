package org.muniment.query.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.muniment.query.picture.PlanExamples.SAS;
import static org.muniment.query.picture.PlanExamples.actual;
import static org.muniment.query.picture.PlanExamples.kpi;
import static org.muniment.query.picture.PlanExamples.line;
import static org.muniment.query.picture.PlanExamples.picture;
import static org.muniment.query.picture.PlanExamples.progress;
import static org.muniment.query.picture.PlanExamples.project;
import static org.muniment.query.picture.PlanExamples.restated;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.muniment.kernel.budget.BudgetLineKind;
import org.muniment.kernel.findings.Finding;
import org.muniment.kernel.kpi.Cadence;
import org.muniment.kernel.plan.PlanRecord;
import org.muniment.kernel.project.ProgressStatus;

class ReadinessTest {
    private static final LocalDate CUT_OFF = LocalDate.of(2017, 6, 30);
    private static final YearMonth JUNE = YearMonth.of(2017, 6);

    @Test
    void aMissingFigureStandsInTheWay() {
        Finding finding = only(kpi("k", Cadence.QUARTERLY));

        assertThat(finding.id()).isEqualTo("missing-actual");
        assertThat(finding.message())
                .isEqualTo(
                        "no figure of \"Planned time used\" is recorded to the end of 2017-06,"
                                + " though it is due every quarter");
        assertThat(finding.subjects()).containsExactly("k");
        assertThat(finding.standsInTheWay()).isTrue();
    }

    @Test
    void soDoesAMissingAction() {
        Finding figure =
                only(kpi("k", SAS), actual("k", JUNE, "100"), restated("k", JUNE, "100", "50"));
        Finding project =
                only(
                        project("p", "2017-04", "2017-12"),
                        progress("p", CUT_OFF, ProgressStatus.RED));

        assertThat(List.of(figure, project))
                .allMatch(Finding::standsInTheWay)
                .extracting(Finding::id, finding -> finding.subjects().get(0))
                .containsExactly(tuple("missing-action", "k"), tuple("missing-action", "p"));
    }

    @Test
    void aLeadWhoHasNotReportedAndALineNobodyHasForecastAreAskedButDoNotStandInTheWay() {
        Finding project = only(project("p", "2017-04", "2017-12"));
        Finding line = only(line("l", "1.0", BudgetLineKind.BASE));

        assertThat(project.id()).isEqualTo("stale-owner");
        assertThat(project.message())
                .isEqualTo("GB has not reported on \"Project p\" since 2017-04-01");
        assertThat(line.id()).isEqualTo("missing-forecast");
        assertThat(line.message())
                .isEqualTo("the outturn of \"Line l\" has not been forecast since 2017-04-01");
        assertThat(List.of(project, line)).noneMatch(Finding::standsInTheWay);
    }

    private static Finding only(PlanRecord... events) {
        List<Finding> found = Readiness.of(picture(events), CUT_OFF);
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}
