package org.muniment.command.person;

import static org.muniment.command.person.Somebody.ANOTHER;
import static org.muniment.command.person.Somebody.PROPOSER;
import static org.muniment.command.person.Somebody.confirm;
import static org.muniment.command.person.Somebody.erased;
import static org.muniment.command.person.Somebody.named;
import static org.muniment.command.person.Somebody.proposedBy;

import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.muniment.command.dispatch.RefusedBy;
import org.muniment.kernel.words.PersonId;

class ConfirmErasureTest {
    private final FixtureConfiguration<Person> person = new AggregateTestFixture<>(Person.class);

    @Test
    void aSecondPersonErasesWhatTheFirstProposedToErase() {
        person.given(named(), proposedBy(PROPOSER)).when(confirm(ANOTHER)).expectEvents(erased());
    }

    @Test
    void nobodyConfirmsTheirOwnProposal() {
        person.given(named(), proposedBy(PROPOSER))
                .when(confirm(PROPOSER))
                .expectNoEvents()
                .expectException(RefusedBy.rule("own-erasure"));
    }

    @Test
    void nobodyIsErasedOfWhomNobodyProposedIt() {
        person.given(named())
                .when(confirm(ANOTHER))
                .expectNoEvents()
                .expectException(RefusedBy.rule("no-erasure-proposed"));
    }

    @Test
    void nobodyUnknownIsErased() {
        person.givenNoPriorActivity()
                .when(confirm(ANOTHER))
                .expectNoEvents()
                .expectException(AggregateNotFoundException.class);
    }

    @Test
    void theSameConfirmationSaidTwiceIsRecordedOnce() {
        person.given(named(), proposedBy(PROPOSER), erased())
                .when(confirm(ANOTHER))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void aThirdPersonsConfirmationAddsNothing() {
        person.given(named(), proposedBy(PROPOSER), erased())
                .when(confirm(new PersonId("monitoring-officer")))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }
}
