package org.muniment.command.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.muniment.command.plan.BusinessPlan.adopted;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muniment.command.dispatch.CommandSideInMemory;
import org.muniment.command.partnership.ChorleySouthRibble;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.snapshot.SnapshotEvent.FreezeBegun;
import org.muniment.kernel.snapshot.SnapshotId;
import org.muniment.kernel.time.Quarter;
import org.muniment.kernel.words.Refused;

class PlanSnapshotsTest {
    private static final SnapshotId FIRST = new SnapshotId("z-first");
    private static final SnapshotId SECOND = new SnapshotId("a-second");

    private final CommandSideInMemory side =
            CommandSideInMemory.of(
                    ChorleySouthRibble.module(),
                    new PlanModule(),
                    configurer ->
                            configurer.registerCommandHandler(
                                    axon -> new Freezer(axon.getComponent(PlanSnapshots.class))));
    private List<SnapshotId> taken;

    @BeforeEach
    void adoptPlan() {
        side.send(ChorleySouthRibble.establish(), BusinessPlan.adopt());
    }

    @Test
    void aPlanKeepsItsSnapshotsInTheOrderInWhichTheyWereTaken() {
        side.send(begin(FIRST), begin(SECOND));

        assertThat(taken).containsExactly(FIRST, SECOND);
        assertThat(side.events())
                .containsExactly(
                        ChorleySouthRibble.established(),
                        adopted(),
                        new FreezeBegun(BusinessPlan.ID, Quarter.Q1, FIRST),
                        new FreezeBegun(BusinessPlan.ID, Quarter.Q1, SECOND));
    }

    @Test
    void theBeginningCarriesTheCommandThatFreezes() {
        side.send(begin(FIRST));

        assertThat(side.metaData())
                .last(InstanceOfAssertFactories.map(String.class, Object.class))
                .containsAllEntriesOf(Map.of("command", "Begin", "by", "officer"));
    }

    @Test
    void whatIsRefusedAfterwardsHasNotBegun() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> side.send(new Begin(BusinessPlan.ID, FIRST, true)));
        assertThat(side.events()).containsExactly(ChorleySouthRibble.established(), adopted());

        side.send(begin(SECOND));

        assertThat(taken).containsExactly(SECOND);
    }

    @Test
    void nothingBeginsOfAnUnknownPlan() {
        PlanId unknown = new PlanId("unknown");

        assertThatExceptionOfType(AggregateNotFoundException.class)
                .isThrownBy(() -> side.send(new Begin(unknown, FIRST, false)))
                .returns(unknown.toString(), AggregateNotFoundException::getAggregateIdentifier);
    }

    private static Begin begin(SnapshotId snapshot) {
        return new Begin(BusinessPlan.ID, snapshot, false);
    }

    record Begin(@TargetAggregateIdentifier PlanId plan, SnapshotId snapshot, boolean refused) {}

    final class Freezer {
        private final PlanSnapshots snapshots;

        Freezer(PlanSnapshots snapshots) {
            this.snapshots = snapshots;
        }

        @CommandHandler
        void handle(Begin command) {
            snapshots.begin(command.plan(), Quarter.Q1, command.snapshot());
            taken = snapshots.of(command.plan());
            if (command.refused()) {
                throw Refused.by("any-rule", "refused after it has begun");
            }
        }
    }
}
