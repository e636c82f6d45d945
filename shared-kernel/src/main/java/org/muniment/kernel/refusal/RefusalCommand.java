package org.muniment.kernel.refusal;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be said of refusals. */
public sealed interface RefusalCommand {
    record RecordRefusals(@TargetAggregateIdentifier RefusalsId batch, List<Refusal> refusals)
            implements RefusalCommand {}
}
