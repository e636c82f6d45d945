package org.muniment.command.snapshot;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.axonframework.config.ConfigurerModule;
import org.muniment.command.plan.BusinessPlan;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.snapshot.FrozenPack;
import org.muniment.kernel.snapshot.PackContent;
import org.muniment.kernel.snapshot.SnapshotCommand.ConfirmFreeze;
import org.muniment.kernel.snapshot.SnapshotCommand.FreezeQuarter;
import org.muniment.kernel.snapshot.SnapshotCommand.SupersedeSnapshot;
import org.muniment.kernel.snapshot.SnapshotEvent.FreezeBegun;
import org.muniment.kernel.snapshot.SnapshotEvent.FreezeConfirmed;
import org.muniment.kernel.snapshot.SnapshotEvent.QuarterFrozen;
import org.muniment.kernel.snapshot.SnapshotEvent.SnapshotSuperseded;
import org.muniment.kernel.snapshot.SnapshotId;
import org.muniment.kernel.time.Quarter;
import org.muniment.kernel.words.Narrative;
import org.muniment.kernel.words.PersonId;
import org.muniment.kernel.words.Version;

/** The first quarter of 2017/18 as at 31 July, frozen by one officer, confirmed by another. */
public final class FirstQuarter {
    public static final SnapshotId ID = new SnapshotId("q1-2017-18");
    public static final SnapshotId NEXT = new SnapshotId("q1-2017-18-again");
    static final SnapshotId THIRD = new SnapshotId("q1-2017-18-third");
    static final LocalDate CUT_OFF = LocalDate.of(2017, 7, 31);
    static final PersonId FREEZER = new PersonId("finance-officer");
    static final PersonId CONFIRMER = new PersonId("secretariat");
    static final Narrative REASON = new Narrative("A late invoice was found");
    static final FrozenPack PACK = pack(Quarter.Q1, CUT_OFF);

    private FirstQuarter() {}

    static FrozenPack pack(Quarter quarter, LocalDate asAt) {
        PackContent content = new PackContent("{\"quarter\":\"" + quarter + "\"}");
        return new FrozenPack(
                quarter,
                asAt,
                63,
                new Version("house-1"),
                new Version("pack-1"),
                List.of(),
                content,
                content.sha256());
    }

    public static FreezeQuarter freeze() {
        return freeze(ID, null);
    }

    public static FreezeQuarter freeze(SnapshotId snapshot, SnapshotId supersedes) {
        return freeze(snapshot, PACK, supersedes);
    }

    /** Frozen a fortnight after the cut-off, with nothing found that stands in the way. */
    static FreezeQuarter freeze(SnapshotId snapshot, FrozenPack pack, SnapshotId supersedes) {
        return new FreezeQuarter(
                snapshot,
                BusinessPlan.ID,
                pack,
                List.of(),
                List.of(),
                supersedes,
                pack.asAt().plusDays(14),
                FREEZER);
    }

    static FreezeQuarter freezeOf(PlanId plan, SnapshotId snapshot) {
        return new FreezeQuarter(
                snapshot,
                plan,
                PACK,
                List.of(),
                List.of(),
                null,
                PACK.asAt().plusDays(14),
                FREEZER);
    }

    public static ConfirmFreeze confirm(SnapshotId snapshot) {
        return new ConfirmFreeze(snapshot, CONFIRMER);
    }

    public static SupersedeSnapshot supersede(SnapshotId snapshot, SnapshotId by) {
        return new SupersedeSnapshot(snapshot, by, REASON);
    }

    static FreezeBegun begun(SnapshotId snapshot) {
        return new FreezeBegun(BusinessPlan.ID, Quarter.Q1, snapshot);
    }

    static QuarterFrozen frozen() {
        return frozen(ID, null);
    }

    static QuarterFrozen frozen(SnapshotId snapshot, SnapshotId supersedes) {
        return new QuarterFrozen(snapshot, BusinessPlan.ID, PACK, supersedes, FREEZER);
    }

    static FreezeConfirmed confirmed(SnapshotId snapshot) {
        return new FreezeConfirmed(snapshot, BusinessPlan.ID, CONFIRMER);
    }

    static SnapshotSuperseded superseded(SnapshotId snapshot, SnapshotId by) {
        return new SnapshotSuperseded(snapshot, BusinessPlan.ID, by, REASON);
    }

    public static ConfigurerModule module() {
        return new SnapshotModule();
    }

    /** In place of {@link #module()} where nothing is ever frozen. */
    public static ConfigurerModule neverFrozen() {
        return configurer ->
                configurer.registerComponent(
                        ClosedMonths.class, configuration -> (plan, month) -> Optional.empty());
    }
}
