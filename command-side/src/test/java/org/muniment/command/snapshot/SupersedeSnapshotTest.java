package org.muniment.command.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.muniment.command.dispatch.RefusedBy.refusal;
import static org.muniment.command.snapshot.FirstQuarter.ID;
import static org.muniment.command.snapshot.FirstQuarter.NEXT;
import static org.muniment.command.snapshot.FirstQuarter.REASON;
import static org.muniment.command.snapshot.FirstQuarter.THIRD;
import static org.muniment.command.snapshot.FirstQuarter.confirm;
import static org.muniment.command.snapshot.FirstQuarter.freeze;
import static org.muniment.command.snapshot.FirstQuarter.freezeOf;
import static org.muniment.command.snapshot.FirstQuarter.pack;
import static org.muniment.command.snapshot.FirstQuarter.supersede;
import static org.muniment.command.snapshot.FirstQuarter.superseded;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.Condition;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muniment.command.dispatch.CommandSideInMemory;
import org.muniment.command.partnership.ChorleySouthRibble;
import org.muniment.command.plan.BusinessPlan;
import org.muniment.kernel.plan.PlanCommand.AdoptPlan;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.snapshot.SnapshotCommand.SupersedeSnapshot;
import org.muniment.kernel.snapshot.SnapshotId;
import org.muniment.kernel.time.Quarter;
import org.muniment.kernel.words.Narrative;

class SupersedeSnapshotTest {
    private static final SnapshotId ELSEWHERE = new SnapshotId("elsewhere");

    private final CommandSideInMemory side =
            CommandSideInMemory.of(
                    ChorleySouthRibble.module(), BusinessPlan.module(), new SnapshotModule());

    @BeforeEach
    void freezeAndConfirm() {
        side.send(ChorleySouthRibble.establish(), BusinessPlan.adopt(), freeze(), confirm(ID));
    }

    @Test
    void aSnapshotGivesWayToTheConfirmedOneThatReplacesIt() {
        side.send(freeze(NEXT, ID), confirm(NEXT), supersede(ID, NEXT));

        assertThat(side.events()).last().isEqualTo(superseded(ID, NEXT));
        assertThat(side.metaData())
                .last(InstanceOfAssertFactories.map(String.class, Object.class))
                .containsAllEntriesOf(
                        Map.of("command", "SupersedeSnapshot", "why", REASON.toString()));
    }

    @Test
    void theSuccessorMayBeYetToBeFrozen() {
        side.send(supersede(ID, NEXT));

        assertThat(side.events()).last().isEqualTo(superseded(ID, NEXT));
    }

    @Test
    void aSnapshotCannotSupersedeItself() {
        assertRefused(supersede(ID, ID), refusal("own-successor", "by"));
    }

    @Test
    void aSnapshotOfAnotherQuarterIsNoSuccessor() {
        side.send(
                freeze(ELSEWHERE, pack(Quarter.Q2, Quarter.Q2.lastDay(BusinessPlan.YEAR)), null),
                confirm(ELSEWHERE));

        assertRefused(supersede(ID, ELSEWHERE), refusal("other-quarter", "by"));
    }

    @Test
    void aSnapshotOfAnotherPlanIsNoSuccessor() {
        PlanId other = new PlanId("bip-other");
        side.send(
                new AdoptPlan(other, ChorleySouthRibble.ID, BusinessPlan.YEAR, BusinessPlan.TITLE),
                freezeOf(other, ELSEWHERE),
                confirm(ELSEWHERE));

        assertRefused(supersede(ID, ELSEWHERE), refusal("other-quarter", "by"));
    }

    @Test
    void aSuccessorThatIsFrozenMustBeConfirmedToo() {
        side.send(freeze(NEXT, ID));

        assertRefused(supersede(ID, NEXT), refusal("not-confirmed"));
    }

    @Test
    void aSuccessorThatIsItselfSupersededIsNone() {
        side.send(freeze(NEXT, ID), confirm(NEXT), supersede(NEXT, THIRD));

        assertRefused(supersede(ID, NEXT), refusal("superseded"));
    }

    @Test
    void aSnapshotHasOneSuccessor() {
        side.send(supersede(ID, NEXT), freeze(NEXT, null));

        assertRefused(supersede(ID, THIRD), refusal("superseded"));
    }

    @Test
    void aSuccessorThatWasOnlyAnnouncedGivesWayToAnother() {
        side.send(supersede(ID, NEXT), supersede(ID, THIRD));

        assertThatThrownBy(() -> side.send(freeze(NEXT, null)))
                .is(refusal("successor-expected", "id"));
        side.send(freeze(THIRD, null));
    }

    @Test
    void aSnapshotIsNotSupersededByAnEarlierOne() {
        side.send(freeze(NEXT, ID), confirm(NEXT));

        assertRefused(supersede(NEXT, ID), refusal("other-quarter", "by"));
    }

    @Test
    void whatWasFrozenInItsPlaceIsItsSuccessor() {
        side.send(freeze(NEXT, ID), confirm(NEXT));

        assertRefused(supersede(ID, THIRD), refusal("successor-expected", "by"));
    }

    @Test
    void anUnknownSnapshotIsNotSuperseded() {
        List<Object> before = side.events();

        assertThatExceptionOfType(AggregateNotFoundException.class)
                .isThrownBy(() -> side.send(supersede(NEXT, ID)));
        assertThat(side.events()).isEqualTo(before);
    }

    @Test
    void theSameSuccessorSaidTwiceIsRecordedOnce() {
        side.send(supersede(ID, NEXT));
        List<Object> before = side.events();

        side.send(
                supersede(ID, NEXT),
                new SupersedeSnapshot(ID, NEXT, new Narrative("The same in other words")));

        assertThat(side.events()).isEqualTo(before);
    }

    private void assertRefused(SupersedeSnapshot command, Condition<Throwable> refusal) {
        List<Object> before = side.events();
        assertThatThrownBy(() -> side.send(command)).is(refusal);
        assertThat(side.events()).isEqualTo(before);
    }
}
