package org.muniment.command.selfaudit;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.muniment.kernel.selfaudit.SelfAuditCommand.RecordSelfAudit;
import org.muniment.kernel.selfaudit.SelfAuditEvent.SelfAuditCompleted;
import org.muniment.kernel.selfaudit.SelfAuditId;

final class SelfAudit {
    @AggregateIdentifier private SelfAuditId id;

    SelfAudit() {}

    @CommandHandler
    SelfAudit(RecordSelfAudit command) {
        apply(new SelfAuditCompleted(command.audit(), command.position(), command.snapshots()));
    }

    @EventSourcingHandler
    void on(SelfAuditCompleted event) {
        id = event.audit();
    }
}
