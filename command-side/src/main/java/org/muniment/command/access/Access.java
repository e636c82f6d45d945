package org.muniment.command.access;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.muniment.command.partnership.EstablishedPartnerships;
import org.muniment.kernel.access.AccessCommand.AppointDeputy;
import org.muniment.kernel.access.AccessCommand.CancelSecret;
import org.muniment.kernel.access.AccessCommand.DismissDeputy;
import org.muniment.kernel.access.AccessCommand.GrantRole;
import org.muniment.kernel.access.AccessCommand.IssueSecret;
import org.muniment.kernel.access.AccessCommand.WithdrawRole;
import org.muniment.kernel.access.AccessEvent;
import org.muniment.kernel.access.AccessEvent.DeputyAppointed;
import org.muniment.kernel.access.AccessEvent.DeputyDismissed;
import org.muniment.kernel.access.AccessEvent.RoleGranted;
import org.muniment.kernel.access.AccessEvent.RoleWithdrawn;
import org.muniment.kernel.access.AccessEvent.SecretCancelled;
import org.muniment.kernel.access.AccessEvent.SecretIssued;
import org.muniment.kernel.access.AccessId;
import org.muniment.kernel.access.PersonAccess;
import org.muniment.kernel.words.PersonId;

/** What one person may do. */
final class Access {
    @AggregateIdentifier private AccessId id;
    private PersonAccess access;

    Access() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(GrantRole command, EstablishedPartnerships partnerships) {
        PersonId person = command.access().person();
        AccessRules.requireSomebodyElse(person, command.sentBy());
        AccessRules.requireNew(command.grant(), access);
        if (command.grant().reach().partnership() != null) {
            AccessRules.requireCodes(
                    command.grant().reach(),
                    partnerships.termsOf(command.grant().reach().partnership()));
        }
        apply(new RoleGranted(person, command.grant(), command.reason()));
    }

    @CommandHandler
    void handle(WithdrawRole command) {
        if (AccessRules.isHeld(command.grant(), access)) {
            apply(new RoleWithdrawn(access.person(), command.grant(), command.reason()));
        }
    }

    @CommandHandler
    void handle(AppointDeputy command) {
        PersonId deputy = command.deputy().person();
        AccessRules.requireSomebodyElse(deputy, command.sentBy());
        AccessRules.requireTwo(access.person(), deputy);
        if (!Objects.equals(access.deputies().get(deputy), command.until())) {
            apply(new DeputyAppointed(access.person(), deputy, command.until(), command.reason()));
        }
    }

    @CommandHandler
    void handle(DismissDeputy command) {
        PersonId deputy = command.deputy().person();
        if (access.deputies().containsKey(deputy)) {
            apply(new DeputyDismissed(access.person(), deputy, command.reason()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(IssueSecret command) {
        apply(new SecretIssued(command.access().person(), command.digest()));
    }

    @CommandHandler
    void handle(CancelSecret command) {
        if (access.secret() != null) {
            apply(new SecretCancelled(access.person(), command.reason()));
        }
    }

    @EventSourcingHandler
    void on(AccessEvent event) {
        if (access == null) {
            id = new AccessId(event.person());
            access = PersonAccess.none(event.person());
        }
        access = access.after(event);
    }
}
