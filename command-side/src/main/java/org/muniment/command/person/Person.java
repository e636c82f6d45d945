package org.muniment.command.person;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.muniment.command.dispatch.Provenance;
import org.muniment.kernel.access.Actors;
import org.muniment.kernel.partnership.PartnershipId;
import org.muniment.kernel.person.FieldCommitment;
import org.muniment.kernel.person.PersonCommand.ConfirmErasure;
import org.muniment.kernel.person.PersonCommand.NamePerson;
import org.muniment.kernel.person.PersonCommand.ProposeErasure;
import org.muniment.kernel.person.PersonCommand.RectifyPerson;
import org.muniment.kernel.person.PersonEvent.ErasureProposed;
import org.muniment.kernel.person.PersonEvent.PersonErased;
import org.muniment.kernel.person.PersonEvent.PersonNamed;
import org.muniment.kernel.person.SubjectId;

/** A person the record is about. Once erased, the id stands for nobody for ever. */
final class Person {
    @AggregateIdentifier private SubjectId id;
    private List<FieldCommitment> commitments = List.of();
    private PartnershipId partnership;
    private ErasureProposed proposal;
    private Actors proposers;
    private boolean erased;

    Person() {}

    /** Also sent where there is such a person, so that an erased one can be told from another. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(NamePerson command) {
        PersonRules.requireNotErased(erased);
        PersonRules.requireNew(id);
        apply(new PersonNamed(command.person(), command.commitments(), command.partnership()));
    }

    @CommandHandler
    void handle(RectifyPerson command) {
        PersonRules.requireNotErased(erased);
        if (!command.commitments().equals(commitments)) {
            apply(new PersonNamed(id, command.commitments(), partnership));
        }
    }

    /** Another ground or case number takes the place of the one proposed before. */
    @CommandHandler
    void handle(ProposeErasure command) {
        if (!erased && !PersonRules.isProposed(command, proposal)) {
            apply(
                    new ErasureProposed(
                            id, command.legalBasis(), command.reference(), command.proposedBy()));
        }
    }

    @CommandHandler
    void handle(ConfirmErasure command, @MetaDataValue(Provenance.ON_BEHALF_OF) String onBehalfOf) {
        if (erased) {
            return;
        }
        PersonRules.requireProposed(proposal);
        PersonRules.requireAnotherPerson(proposers, Actors.of(command.confirmedBy(), onBehalfOf));
        apply(
                new PersonErased(
                        id,
                        commitments.stream().map(FieldCommitment::field).toList(),
                        proposal.legalBasis(),
                        proposal.reference(),
                        proposal.proposedBy()));
    }

    @EventSourcingHandler
    void on(PersonNamed event) {
        id = event.person();
        commitments = event.commitments();
        partnership = event.partnership();
    }

    @EventSourcingHandler
    void on(ErasureProposed event, @MetaDataValue(Provenance.ON_BEHALF_OF) String onBehalfOf) {
        proposal = event;
        proposers = Actors.of(event.proposedBy(), onBehalfOf);
    }

    @EventSourcingHandler
    void on(PersonErased event) {
        erased = true;
    }
}
