package org.muniment.command.person;

import static org.muniment.command.person.Somebody.ANOTHER;
import static org.muniment.command.person.Somebody.CASE;
import static org.muniment.command.person.Somebody.ID;
import static org.muniment.command.person.Somebody.PROPOSER;
import static org.muniment.command.person.Somebody.confirm;
import static org.muniment.command.person.Somebody.erased;
import static org.muniment.command.person.Somebody.named;
import static org.muniment.command.person.Somebody.propose;
import static org.muniment.command.person.Somebody.proposedBy;

import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.muniment.command.dispatch.RefusedBy;
import org.muniment.kernel.person.LegalBasis;
import org.muniment.kernel.person.PersonCommand.ProposeErasure;
import org.muniment.kernel.person.PersonEvent.ErasureProposed;

class ProposeErasureTest {
    private final FixtureConfiguration<Person> person = new AggregateTestFixture<>(Person.class);

    @Test
    void anErasureIsProposedOnALegalBasis() {
        person.given(named()).when(propose()).expectEvents(proposedBy(PROPOSER));
    }

    @Test
    void aCaseNumberIsNotNeeded() {
        person.given(named())
                .when(new ProposeErasure(ID, LegalBasis.UNLAWFUL, null, PROPOSER))
                .expectEvents(new ErasureProposed(ID, LegalBasis.UNLAWFUL, null, PROPOSER));
    }

    @Test
    void anotherBasisTakesThePlaceOfTheFirst() {
        person.given(named(), proposedBy(PROPOSER))
                .when(new ProposeErasure(ID, LegalBasis.LEGAL_OBLIGATION, CASE, ANOTHER))
                .expectEvents(new ErasureProposed(ID, LegalBasis.LEGAL_OBLIGATION, CASE, ANOTHER));
    }

    @Test
    void theSameProposalSaidAgainIsRecordedOnceWhoeverSaysIt() {
        person.given(named(), proposedBy(ANOTHER))
                .when(propose())
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void nobodyUnknownIsToBeErased() {
        person.givenNoPriorActivity()
                .when(propose())
                .expectNoEvents()
                .expectException(AggregateNotFoundException.class);
    }

    @Test
    void toEraseTheErasedAddsNothing() {
        person.given(named(), proposedBy(PROPOSER), erased())
                .when(new ProposeErasure(ID, LegalBasis.UNLAWFUL, null, PROPOSER))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void whoeverProposedLastCannotConfirm() {
        person.given(named(), proposedBy(ANOTHER), proposedBy(PROPOSER))
                .when(confirm(PROPOSER))
                .expectNoEvents()
                .expectException(RefusedBy.rule("own-erasure"));
    }
}
