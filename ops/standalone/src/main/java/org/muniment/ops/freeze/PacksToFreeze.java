package org.muniment.ops.freeze;

import java.time.LocalDate;
import java.util.List;
import org.muniment.command.snapshot.DraftPacks;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.snapshot.FindingOverride;
import org.muniment.kernel.time.Quarter;
import org.muniment.query.pack.Packs;
import org.springframework.stereotype.Component;

/** Gives the command side the pack as the query side takes it. */
@Component
class PacksToFreeze implements DraftPacks {
    private final Packs packs;

    PacksToFreeze(Packs packs) {
        this.packs = packs;
    }

    @Override
    public Draft draft(
            PlanId plan, Quarter quarter, LocalDate asAt, List<FindingOverride> overrides) {
        Packs.Draft draft = packs.draft(plan, quarter, asAt, overrides);
        return new Draft(draft.pack(), draft.open(), draft.idle());
    }
}
