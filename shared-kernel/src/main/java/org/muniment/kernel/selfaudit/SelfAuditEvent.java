package org.muniment.kernel.selfaudit;

import java.util.List;

/** What has happened in a self-audit. */
public sealed interface SelfAuditEvent {
    SelfAuditId audit();

    /** Every pack frozen in the first {@code position} events was rebuilt from them. */
    record SelfAuditCompleted(SelfAuditId audit, long position, List<AuditedSnapshot> snapshots)
            implements SelfAuditEvent {
        public SelfAuditCompleted {
            snapshots = List.copyOf(snapshots);
        }
    }
}
