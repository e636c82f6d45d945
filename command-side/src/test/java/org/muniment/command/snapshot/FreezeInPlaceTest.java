package org.muniment.command.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.muniment.command.dispatch.RefusedBy.refusal;
import static org.muniment.command.snapshot.FirstQuarter.ID;
import static org.muniment.command.snapshot.FirstQuarter.NEXT;
import static org.muniment.command.snapshot.FirstQuarter.THIRD;
import static org.muniment.command.snapshot.FirstQuarter.begun;
import static org.muniment.command.snapshot.FirstQuarter.confirm;
import static org.muniment.command.snapshot.FirstQuarter.confirmed;
import static org.muniment.command.snapshot.FirstQuarter.freeze;
import static org.muniment.command.snapshot.FirstQuarter.frozen;
import static org.muniment.command.snapshot.FirstQuarter.pack;
import static org.muniment.command.snapshot.FirstQuarter.supersede;
import static org.muniment.command.snapshot.FirstQuarter.superseded;

import java.util.List;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muniment.command.dispatch.CommandSideInMemory;
import org.muniment.command.partnership.ChorleySouthRibble;
import org.muniment.command.plan.BusinessPlan;
import org.muniment.kernel.snapshot.SnapshotCommand.FreezeQuarter;
import org.muniment.kernel.snapshot.SnapshotId;
import org.muniment.kernel.time.Quarter;

class FreezeInPlaceTest {
    private static final SnapshotId UNKNOWN = new SnapshotId("unknown");

    private final CommandSideInMemory side =
            CommandSideInMemory.of(
                    ChorleySouthRibble.module(), BusinessPlan.module(), new SnapshotModule());

    @BeforeEach
    void adoptPlan() {
        side.send(ChorleySouthRibble.establish(), BusinessPlan.adopt());
    }

    @Test
    void aConfirmedSnapshotIsReplacedByOneThatNamesIt() {
        side.send(freeze(), confirm(ID));

        side.send(freeze(NEXT, ID), confirm(NEXT), supersede(ID, NEXT));

        assertThat(news())
                .containsExactly(
                        begun(ID),
                        frozen(),
                        confirmed(ID),
                        begun(NEXT),
                        frozen(NEXT, ID),
                        confirmed(NEXT),
                        superseded(ID, NEXT));
    }

    @Test
    void theReplacementCanBeReplacedToo() {
        side.send(freeze(), confirm(ID), freeze(NEXT, ID), confirm(NEXT), supersede(ID, NEXT));

        side.send(freeze(THIRD, NEXT));

        assertThat(news()).endsWith(begun(THIRD), frozen(THIRD, NEXT));
    }

    @Test
    void twoFreezesOfAQuarterCannotAwaitConfirmationAtOnce() {
        side.send(freeze());

        assertRefused(freeze(NEXT, null), refusal("freeze-pending"));
        assertRefused(freeze(NEXT, ID), refusal("freeze-pending"));
    }

    @Test
    void aReplacementAwaitsItsConfirmationToo() {
        side.send(freeze(), confirm(ID), freeze(NEXT, ID));

        assertRefused(freeze(THIRD, ID), refusal("freeze-pending"));
    }

    @Test
    void aFrozenQuarterIsNotFrozenAgainUnlessItsSnapshotIsNamed() {
        side.send(freeze(), confirm(ID));

        assertRefused(freeze(NEXT, null), refusal("already-frozen"));
        assertRefused(freeze(NEXT, UNKNOWN), refusal("nothing-to-supersede", "supersedes"));
    }

    @Test
    void theFirstSnapshotOfAQuarterReplacesNone() {
        assertRefused(freeze(ID, UNKNOWN), refusal("nothing-to-supersede", "supersedes"));
    }

    @Test
    void aSnapshotOfAnotherQuarterIsNotReplaced() {
        side.send(freeze(), confirm(ID));

        assertRefused(
                freeze(NEXT, pack(Quarter.Q2, Quarter.Q2.lastDay(BusinessPlan.YEAR)), ID),
                refusal("nothing-to-supersede", "supersedes"));
    }

    @Test
    void onceReplacedASnapshotIsNotReplacedAgain() {
        side.send(freeze(), confirm(ID), freeze(NEXT, ID), confirm(NEXT), supersede(ID, NEXT));

        assertRefused(freeze(THIRD, ID), refusal("nothing-to-supersede", "supersedes"));
    }

    @Test
    void afterASupersessionTheAnnouncedSuccessorIsFrozenNextAndNoOther() {
        side.send(freeze(), confirm(ID), supersede(ID, NEXT));

        assertRefused(freeze(THIRD, ID), refusal("successor-expected", "id"));
        side.send(freeze(NEXT, ID));

        assertThat(news()).endsWith(superseded(ID, NEXT), begun(NEXT), frozen(NEXT, ID));
    }

    @Test
    void anAnnouncedSuccessorReplacesWhatItWasAnnouncedForThoughTheSenderDoesNotSaySo() {
        side.send(freeze(), confirm(ID), supersede(ID, NEXT));

        assertRefused(freeze(NEXT, UNKNOWN), refusal("nothing-to-supersede", "supersedes"));
        side.send(freeze(NEXT, null));

        assertThat(news()).endsWith(begun(NEXT), frozen(NEXT, ID));
    }

    @Test
    void aFreezeThatNobodyConfirmsGivesWayToItsSuccessor() {
        side.send(freeze(), supersede(ID, NEXT), freeze(NEXT, ID), confirm(NEXT));

        assertThat(news())
                .containsExactly(
                        begun(ID),
                        frozen(),
                        superseded(ID, NEXT),
                        begun(NEXT),
                        frozen(NEXT, ID),
                        confirmed(NEXT));
    }

    private void assertRefused(FreezeQuarter freeze, Condition<Throwable> refusal) {
        List<Object> sofar = news();
        assertThatThrownBy(() -> side.send(freeze)).is(refusal);
        assertThat(news()).isEqualTo(sofar);
    }

    private List<Object> news() {
        return side.events().subList(2, side.events().size());
    }
}
