package org.muniment.ops.freeze;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.muniment.command.snapshot.DraftPacks;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.snapshot.FindingOverride;
import org.muniment.kernel.time.Quarter;
import org.muniment.ops.ledger.SealedLog;
import org.muniment.query.pack.Packs;
import org.springframework.stereotype.Component;

/** Gives the command side the pack as the query side takes it. */
@Component
class PacksToFreeze implements DraftPacks {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Packs packs;
    private final SealedLog ledger;

    PacksToFreeze(Packs packs, SealedLog ledger) {
        this.packs = packs;
        this.ledger = ledger;
    }

    /** The pack is of sealed events only: what it was taken of can be proved from the start. */
    @Override
    public Draft draft(
            PlanId plan, Quarter quarter, LocalDate asAt, List<FindingOverride> overrides) {
        Packs.Draft draft = packs.draft(plan, quarter, asAt, overrides);
        ledger.requireSealed(draft.pack().position(), PATIENCE);
        return new Draft(draft.pack(), draft.open(), draft.idle());
    }
}
