package org.muniment.command.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.muniment.command.dispatch.RefusedBy.refusal;
import static org.muniment.command.snapshot.FirstQuarter.CUT_OFF;
import static org.muniment.command.snapshot.FirstQuarter.FREEZER;
import static org.muniment.command.snapshot.FirstQuarter.ID;
import static org.muniment.command.snapshot.FirstQuarter.NEXT;
import static org.muniment.command.snapshot.FirstQuarter.PACK;
import static org.muniment.command.snapshot.FirstQuarter.begun;
import static org.muniment.command.snapshot.FirstQuarter.confirm;
import static org.muniment.command.snapshot.FirstQuarter.freeze;
import static org.muniment.command.snapshot.FirstQuarter.freezeOf;
import static org.muniment.command.snapshot.FirstQuarter.frozen;
import static org.muniment.command.snapshot.FirstQuarter.pack;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muniment.command.dispatch.Caller;
import org.muniment.command.dispatch.CommandSideInMemory;
import org.muniment.command.dispatch.Receipt;
import org.muniment.command.partnership.ChorleySouthRibble;
import org.muniment.command.plan.BusinessPlan;
import org.muniment.kernel.findings.Finding;
import org.muniment.kernel.findings.FindingKind;
import org.muniment.kernel.plan.PlanCommand.AdoptPlan;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.snapshot.FindingName;
import org.muniment.kernel.snapshot.FrozenPack;
import org.muniment.kernel.snapshot.SnapshotCommand.FreezeQuarter;
import org.muniment.kernel.time.Quarter;
import org.muniment.kernel.words.Refused;

class FreezeQuarterTest {
    private static final FrozenPack SECOND_QUARTER =
            pack(Quarter.Q2, Quarter.Q2.lastDay(BusinessPlan.YEAR));
    private static final List<Finding> OPEN =
            List.of(FindingKind.MISSING_ACTUAL.found("July is missing", List.of("grant-claims")));

    private final CommandSideInMemory side =
            CommandSideInMemory.of(
                    ChorleySouthRibble.module(), BusinessPlan.module(), new SnapshotModule());
    private List<Object> before;

    @BeforeEach
    void adoptPlan() {
        side.send(ChorleySouthRibble.establish(), BusinessPlan.adopt());
        before = side.events();
    }

    @Test
    void aFreezeIsRecordedWithThePlanAndWithTheSnapshotInOneGo() {
        side.send(freeze());

        assertThat(news()).containsExactly(begun(ID), frozen());
        assertThat(side.metaData().get(before.size()))
                .containsAllEntriesOf(Map.of("command", "FreezeQuarter", "by", "officer"))
                .isEqualTo(side.metaData().get(before.size() + 1));
    }

    @Test
    void theReceiptTellsTheFirstVersionOfTheSnapshotAndThePositionOfItsFreeze() {
        Caller officer = new Caller("finance-officer", "finance-officer", null, "request-1", null);

        assertThat(side.commands().create(ID.value(), freeze(), officer).getBody())
                .isEqualTo(new Receipt(ID.value(), 1, before.size() + 2L));
    }

    @Test
    void theQuartersOfAPlanAreFrozenEachForItself() {
        side.send(freeze(), freeze(NEXT, SECOND_QUARTER, null));

        assertThat(news()).hasSize(4);
    }

    @Test
    void aQuarterIsFrozenNoEarlierThanItsCutOff() {
        assertThatThrownBy(() -> side.send(sent(CUT_OFF.minusDays(1), List.of(), List.of())))
                .is(refusal("quarter-not-over", "asAt"));
        assertThat(news()).isEmpty();
    }

    @Test
    void aCutOffFarFromTheQuarterIsRefused() {
        assertThatThrownBy(
                        () ->
                                side.send(
                                        freeze(
                                                ID,
                                                pack(Quarter.Q1, LocalDate.of(2018, 7, 31)),
                                                null)))
                .is(refusal("cut-off-elsewhere", "asAt"));
        assertThat(news()).isEmpty();
    }

    @Test
    void whatIsNeitherMendedNorOverriddenStandsInTheWayAndIsListed() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> side.send(sent(CUT_OFF.plusDays(1), OPEN, List.of())))
                .is(refusal("findings-open"))
                .returns(Map.of("findings", OPEN), Refused::details);
        assertThat(news()).isEmpty();
    }

    @Test
    void anOverrideOfNothingIsRefused() {
        List<FindingName> idle = List.of(new FindingName("stale-owner:closure"));

        assertThatThrownBy(() -> side.send(sent(CUT_OFF.plusDays(1), List.of(), idle)))
                .is(refusal("nothing-to-override", "overrides"))
                .hasMessageContaining("stale-owner:closure");
        assertThat(news()).isEmpty();
    }

    @Test
    void aQuarterOfAnUnknownPlanIsNotFrozen() {
        assertThatExceptionOfType(AggregateNotFoundException.class)
                .isThrownBy(() -> side.send(freezeOf(new PlanId("unknown"), ID)))
                .returns("plan:unknown", AggregateNotFoundException::getAggregateIdentifier);
        assertThat(news()).isEmpty();
    }

    @Test
    void theSameFreezeSaidTwiceIsRecordedOnce() {
        side.send(freeze());

        assertThatThrownBy(() -> side.send(freeze())).is(refusal("id-taken", "id"));
        side.send(confirm(ID));
        assertThatThrownBy(() -> side.send(freeze())).is(refusal("id-taken", "id"));
        assertThat(news()).hasSize(3).startsWith(begun(ID), frozen());
    }

    @Test
    void anIdTakenByTheSnapshotOfAnotherPlanLeavesNothingBehind() {
        PlanId other = new PlanId("bip-other");
        side.send(
                freeze(),
                new AdoptPlan(other, ChorleySouthRibble.ID, BusinessPlan.YEAR, BusinessPlan.TITLE));

        assertThatThrownBy(() -> side.send(freezeOf(other, ID))).is(refusal("id-taken", "id"));
        side.send(freezeOf(other, NEXT));

        assertThat(news()).hasSize(5).startsWith(begun(ID), frozen());
    }

    @Test
    void anIdTakenByAnotherQuarterLeavesNothingBehind() {
        side.send(freeze());

        assertThatThrownBy(() -> side.send(freeze(ID, SECOND_QUARTER, null)))
                .is(refusal("id-taken", "id"));
        assertThat(news()).containsExactly(begun(ID), frozen());
        side.send(freeze(NEXT, SECOND_QUARTER, null));

        assertThat(news()).hasSize(4);
    }

    @Test
    void afterARefusalTheQuarterIsStillFree() {
        assertThatThrownBy(() -> side.send(sent(CUT_OFF.plusDays(1), OPEN, List.of())))
                .is(refusal("findings-open"));

        side.send(freeze(NEXT, null));

        assertThat(news()).containsExactly(begun(NEXT), frozen(NEXT, null));
    }

    @Test
    void neitherThePlanNorTheSnapshotKeepsAFreezeThatTheDiskDidNotTake() {
        side.diskFails(true);
        assertThatIllegalStateException().isThrownBy(() -> side.send(freeze()));
        side.diskFails(false);
        assertThat(news()).isEmpty();

        side.send(freeze());

        assertThat(news()).containsExactly(begun(ID), frozen());
    }

    private List<Object> news() {
        return side.events().subList(before.size(), side.events().size());
    }

    private static FreezeQuarter sent(LocalDate today, List<Finding> open, List<FindingName> idle) {
        return new FreezeQuarter(ID, BusinessPlan.ID, PACK, open, idle, null, today, FREEZER);
    }
}
