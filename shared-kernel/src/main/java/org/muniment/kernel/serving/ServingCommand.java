package org.muniment.kernel.serving;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be said of servings. */
public sealed interface ServingCommand {
    record RecordServings(@TargetAggregateIdentifier ServingsId batch, List<Serving> servings)
            implements ServingCommand {}
}
