package org.muniment.command.snapshot;

import java.time.LocalDate;
import java.util.List;
import org.muniment.kernel.findings.Finding;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.snapshot.FindingName;
import org.muniment.kernel.snapshot.FindingOverride;
import org.muniment.kernel.snapshot.FrozenPack;
import org.muniment.kernel.time.Quarter;

/** Takes the pack of a quarter from everything recorded when it is asked. */
@FunctionalInterface
public interface DraftPacks {
    /**
     * @param asAt the cut-off; null means the quarter's end
     */
    Draft draft(PlanId plan, Quarter quarter, LocalDate asAt, List<FindingOverride> overrides);

    /**
     * @param open the errors that no override covers
     * @param idle overrides that cover nothing
     */
    record Draft(FrozenPack pack, List<Finding> open, List<FindingName> idle) {}
}
