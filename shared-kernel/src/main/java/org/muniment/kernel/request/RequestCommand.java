package org.muniment.kernel.request;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.muniment.kernel.words.Sha256;

/** What can be said of requests. */
public sealed interface RequestCommand {
    record AnswerImport(
            @TargetAggregateIdentifier RequestId request,
            Sha256 said,
            long events,
            List<ImportedRow> rows)
            implements RequestCommand {}
}
