package org.muniment.ops.access;

import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.modelling.command.AnnotationCommandTargetResolver;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.muniment.command.dispatch.Commands;
import org.muniment.command.dispatch.OutOfReach;
import org.muniment.command.dispatch.Provenance;
import org.muniment.kernel.access.AccessCommand;
import org.muniment.kernel.access.AccessCommand.GrantRole;
import org.muniment.kernel.access.AccessCommand.WithdrawRole;
import org.muniment.kernel.access.Place;
import org.muniment.kernel.access.Reach;
import org.muniment.kernel.access.Role;
import org.muniment.kernel.access.Warrant;
import org.muniment.kernel.budget.BudgetLineCommand.ApproveBudgetLine;
import org.muniment.kernel.kpi.KpiCommand.DefineKpi;
import org.muniment.kernel.meeting.MeetingCommand.ScheduleMeeting;
import org.muniment.kernel.partnership.PartnershipCommand.EstablishPartnership;
import org.muniment.kernel.person.PersonCommand.NamePerson;
import org.muniment.kernel.plan.PlanCommand.AdoptPlan;
import org.muniment.kernel.project.ProjectCommand.AddProject;
import org.muniment.kernel.snapshot.SnapshotCommand.FreezeQuarter;
import org.springframework.stereotype.Component;

/**
 * The last word on every command: whether its sender may, at this moment, send it about what it is
 * about, which for a new thing only its body says. A body may have taken long to come. The role
 * that allows it is the one on record.
 */
@Component
class ReachCheck implements ConfigurerModule, MessageDispatchInterceptor<CommandMessage<?>> {
    private final CommandTargetResolver targets = AnnotationCommandTargetResolver.builder().build();
    private final Registry registry;
    private final Admission admission;

    ReachCheck(Registry registry, Admission admission) {
        this.registry = registry;
        this.admission = admission;
    }

    @Override
    public void configureModule(Configurer configurer) {
        configurer.onInitialize(
                configuration ->
                        configuration.onStart(
                                () ->
                                        configuration
                                                .getComponent(CommandBus.class)
                                                .registerDispatchInterceptor(this)));
    }

    @Override
    public BiFunction<Integer, CommandMessage<?>, CommandMessage<?>> handle(
            List<? extends CommandMessage<?>> messages) {
        return (index, message) -> checked(message);
    }

    /**
     * @throws OutOfReach where none of the sender's roles reaches there
     */
    private CommandMessage<?> checked(CommandMessage<?> message) {
        if (!(message.getMetaData().get(Commands.WARRANT) instanceof Warrant warrant)) {
            return message;
        }
        Role role =
                admission
                        .warrantNow(
                                (String) message.getMetaData().get(Provenance.BY),
                                (String) message.getMetaData().get(Provenance.ON_BEHALF_OF),
                                warrant.allowed())
                        .roleAt(placeOf(message))
                        .orElseThrow(() -> new OutOfReach("your role may not do this here"));
        return message.withMetaData(
                message.getMetaData()
                        .withoutKeys(Set.of(Commands.WARRANT))
                        .and(Provenance.ROLE, role.value()));
    }

    private Place placeOf(CommandMessage<?> message) {
        Register register = registry.now();
        Object command = message.getPayload();
        if (command instanceof EstablishPartnership) {
            return Place.INSTALLATION;
        }
        if (command instanceof AdoptPlan adopt) {
            return Place.of(adopt.partnership());
        }
        if (command instanceof ScheduleMeeting schedule) {
            return Place.of(schedule.partnership());
        }
        if (command instanceof DefineKpi define) {
            return register.in(
                    define.plan(), define.definition().scope(), define.definition().service());
        }
        if (command instanceof AddProject add) {
            return register.in(add.plan(), null, add.outline().service());
        }
        if (command instanceof ApproveBudgetLine approve) {
            return register.in(approve.plan(), null, null);
        }
        if (command instanceof FreezeQuarter freeze) {
            return register.in(freeze.plan(), null, null);
        }
        if (command instanceof NamePerson name) {
            return Place.of(name.partnership());
        }
        if (command instanceof AccessCommand access) {
            return placeOf(access, register);
        }
        return register.placeOf(targets.resolveTarget(message).getIdentifier())
                .orElse(Place.INSTALLATION);
    }

    /** A role belongs where it reaches; everything else about a person to nobody in particular. */
    private static Place placeOf(AccessCommand command, Register register) {
        if (command instanceof GrantRole grant) {
            return Place.of(grant.grant().reach().partnership());
        }
        if (command instanceof WithdrawRole withdraw) {
            Reach given =
                    register.accessOf(withdraw.access().person()).everHeld().get(withdraw.grant());
            return given == null ? Place.INSTALLATION : Place.of(given.partnership());
        }
        return Place.INSTALLATION;
    }
}
