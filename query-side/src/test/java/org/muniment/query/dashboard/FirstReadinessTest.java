package org.muniment.query.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muniment.query.picture.PlanExamples.CUT_OFF;
import static org.muniment.query.picture.PlanExamples.JULY;
import static org.muniment.query.picture.PlanExamples.SAS;
import static org.muniment.query.picture.PlanExamples.actual;
import static org.muniment.query.picture.PlanExamples.completed;
import static org.muniment.query.picture.PlanExamples.kpi;
import static org.muniment.query.picture.PlanExamples.notMeasured;
import static org.muniment.query.picture.PlanExamples.picture;
import static org.muniment.query.picture.PlanExamples.progress;
import static org.muniment.query.picture.PlanExamples.project;
import static org.muniment.query.picture.PlanExamples.restated;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muniment.kernel.findings.Finding;
import org.muniment.kernel.kpi.Cadence;
import org.muniment.kernel.plan.PlanRecord;
import org.muniment.kernel.project.ProgressStatus;
import org.muniment.kernel.time.FinancialYear;
import org.muniment.kernel.time.Quarter;

class FirstReadinessTest {
    private static final FinancialYear YEAR = FinancialYear.of("2017/18");

    @ParameterizedTest(name = "{0} in {1} as at {2}, last heard of in {3}: missing {4}")
    @CsvSource({
        "MONTHLY, Q1, 2017-07-31, 2017-07, false",
        "MONTHLY, Q1, 2017-07-31, 2017-06, true",
        "MONTHLY, Q1, 2017-07-30, 2017-06, false",
        "MONTHLY, Q4, 2018-05-31, 2018-03, false",
        "MONTHLY, Q4, 2018-05-31, 2018-02, true",
        "QUARTERLY, Q1, 2017-06-30, 2017-04, false",
        "QUARTERLY, Q2, 2017-09-30, 2017-07, false",
        "QUARTERLY, Q2, 2017-09-30, 2017-06, true",
        "HALF_YEARLY, Q1, 2017-06-30, , false",
        "HALF_YEARLY, Q2, 2017-09-30, 2017-04, false",
        "HALF_YEARLY, Q2, 2017-09-30, , true",
        "HALF_YEARLY, Q4, 2018-03-31, 2017-09, true",
        "HALF_YEARLY, Q4, 2018-03-31, 2017-10, false",
        "ANNUAL, Q3, 2017-12-31, , false",
        "ANNUAL, Q4, 2018-03-31, , true",
        "ANNUAL, Q4, 2018-03-31, 2017-04, false"
    })
    void aFigureIsMissingOnceItIsDue(
            Cadence cadence, Quarter quarter, LocalDate asAt, YearMonth said, boolean missing) {
        PlanRecord[] events =
                said == null
                        ? new PlanRecord[] {kpi("k", cadence)}
                        : new PlanRecord[] {kpi("k", cadence), actual("k", said, "100")};

        assertThat(ids(readiness(quarter, asAt, events)))
                .isEqualTo(missing ? List.of("missing-actual") : List.of());
    }

    @Test
    void aReasonWhyThereIsNoFigureIsAnAnswer() {
        assertThat(
                        readiness(
                                Quarter.Q1,
                                CUT_OFF,
                                kpi("k", Cadence.MONTHLY),
                                notMeasured("k", JULY)))
                .isEmpty();
    }

    @Test
    void aFigureRestatedIntoRedLacksItsAction() {
        Finding finding =
                only(
                        readiness(
                                Quarter.Q1,
                                CUT_OFF,
                                kpi("k", SAS),
                                actual("k", JULY, "100"),
                                restated("k", JULY, "100", "50")));

        assertThat(finding.id()).isEqualTo("missing-action");
        assertThat(finding.subjects()).containsExactly("k");
        assertThat(finding.standsInTheWay()).isTrue();
    }

    @Test
    void aRedProjectLacksItsAction() {
        assertThat(
                        ids(
                                readiness(
                                        Quarter.Q1,
                                        CUT_OFF,
                                        project("p", "2017-04", "2017-12"),
                                        progress("p", CUT_OFF, ProgressStatus.RED))))
                .containsExactly("missing-action");
    }

    @Test
    void aLeadWhoHasNotReportedInTheQuarterIsAskedButDoesNotStandInTheWay() {
        Finding finding =
                only(
                        readiness(
                                Quarter.Q2,
                                LocalDate.of(2017, 9, 30),
                                project("p", "2017-04", "2017-12"),
                                progress("p", LocalDate.of(2017, 6, 30), ProgressStatus.GREEN)));

        assertThat(finding.id()).isEqualTo("stale-owner");
        assertThat(finding.message()).contains("GB", "2017-06-30");
        assertThat(finding.standsInTheWay()).isFalse();
    }

    @Test
    void nobodyIsAskedAboutAProjectThatIsDoneOrHasNotBegun() {
        assertThat(
                        readiness(
                                Quarter.Q1,
                                CUT_OFF,
                                project("done", "2017-04", "2017-06"),
                                completed("done", "2017-06-20"),
                                project("later", "2018-01", "2018-03")))
                .isEmpty();
    }

    private static List<Finding> readiness(Quarter quarter, LocalDate asAt, PlanRecord... events) {
        return FirstReadiness.of(Tables.of(picture(events), asAt), YEAR, quarter, asAt);
    }

    private static List<String> ids(List<Finding> findings) {
        return findings.stream().map(Finding::id).toList();
    }

    private static Finding only(List<Finding> findings) {
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }
}
