package org.muniment.command.snapshot;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.muniment.command.dispatch.RefusedBy.refusal;
import static org.muniment.command.plan.BusinessPlan.YEAR;
import static org.muniment.command.snapshot.FirstQuarter.CUT_OFF;
import static org.muniment.command.snapshot.FirstQuarter.PACK;
import static org.muniment.command.snapshot.FirstQuarter.freeze;
import static org.muniment.command.snapshot.FirstQuarter.pack;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muniment.command.plan.BusinessPlan;
import org.muniment.kernel.findings.Finding;
import org.muniment.kernel.findings.FindingKind;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.snapshot.FindingName;
import org.muniment.kernel.snapshot.SnapshotId;
import org.muniment.kernel.time.Quarter;

class FreezeRulesTest {
    private static final LocalDate YEARS_LATER = LocalDate.of(2020, 1, 1);

    @ParameterizedTest
    @CsvSource({
        "Q1, 2017-04-01",
        "Q1, 2017-06-30",
        "Q1, 2017-07-31",
        "Q1, 2017-09-30",
        "Q3, 2018-03-31",
        "Q4, 2018-01-01",
        "Q4, 2018-06-30"
    })
    void aCutOffLiesInTheQuarterOrWithinThreeMonthsOfItsEnd(Quarter quarter, LocalDate asAt) {
        assertThatCode(() -> FreezeRules.requireTimely(pack(quarter, asAt), YEAR, YEARS_LATER))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "Q1, 2017-03-31",
        "Q1, 2017-10-01",
        "Q1, 2018-04-30",
        "Q2, 2017-06-30",
        "Q2, 2018-01-01",
        "Q4, 2017-12-31",
        "Q4, 2018-07-01"
    })
    void aCutOffEarlierOrLaterIsRefused(Quarter quarter, LocalDate asAt) {
        assertThatThrownBy(() -> FreezeRules.requireTimely(pack(quarter, asAt), YEAR, YEARS_LATER))
                .is(refusal("cut-off-elsewhere", "asAt"));
    }

    @Test
    void noCutOffLiesAfterToday() {
        assertThatThrownBy(() -> FreezeRules.requireTimely(PACK, YEAR, CUT_OFF.minusDays(1)))
                .is(refusal("quarter-not-over", "asAt"));
        assertThatCode(() -> FreezeRules.requireTimely(PACK, YEAR, CUT_OFF))
                .doesNotThrowAnyException();
    }

    @Test
    void theSameQuarterOfAnotherPlanStandsInNobodysWay() {
        SnapshotStanding elsewhere = standing(new PlanId("bip-other"), Quarter.Q1);

        assertThatCode(() -> FreezeRules.requireFree(freeze(), List.of(elsewhere)))
                .doesNotThrowAnyException();
    }

    @Test
    void whatWasTakenLastOfTheQuarterItselfCounts() {
        SnapshotStanding later = standing(BusinessPlan.ID, Quarter.Q2);
        SnapshotStanding pending = standing(BusinessPlan.ID, Quarter.Q1);

        assertThatThrownBy(() -> FreezeRules.requireFree(freeze(), List.of(pending, later)))
                .is(refusal("freeze-pending"))
                .hasMessageContaining("taken");
    }

    @Test
    void aNameAnnouncedForOneQuarterIsNotTakenByAnother() {
        SnapshotStanding announcing =
                new SnapshotStanding(
                        new SnapshotId("q2"),
                        BusinessPlan.ID,
                        Quarter.Q2,
                        CUT_OFF,
                        true,
                        false,
                        freeze().snapshot());

        assertThatThrownBy(() -> FreezeRules.requireFree(freeze(), List.of(announcing)))
                .is(refusal("id-announced", "id"));
    }

    @Test
    void openFindingsAreCounted() {
        Finding missing = FindingKind.MISSING_ACTUAL.found("July is missing", List.of("claims"));

        assertThatThrownBy(() -> FreezeRules.requireNothingOpen(List.of(missing, missing)))
                .is(refusal("findings-open"))
                .hasMessageStartingWith("2 findings");
        assertThatCode(() -> FreezeRules.requireNothingOpen(List.of())).doesNotThrowAnyException();
    }

    @Test
    void overridesThatCoverNothingAreNamed() {
        List<FindingName> idle =
                List.of(new FindingName("stale-owner"), new FindingName("missing-actual:claims"));

        assertThatThrownBy(() -> FreezeRules.requireUse(idle))
                .is(refusal("nothing-to-override", "overrides"))
                .hasMessageContaining("stale-owner, missing-actual:claims");
        assertThatCode(() -> FreezeRules.requireUse(List.of())).doesNotThrowAnyException();
    }

    private static SnapshotStanding standing(PlanId plan, Quarter quarter) {
        return new SnapshotStanding(
                new SnapshotId("taken"), plan, quarter, CUT_OFF, false, false, null);
    }
}
