package org.muniment.kernel.selfaudit;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be said of a self-audit. */
public sealed interface SelfAuditCommand {
    record RecordSelfAudit(
            @TargetAggregateIdentifier SelfAuditId audit,
            long position,
            List<AuditedSnapshot> snapshots)
            implements SelfAuditCommand {}
}
