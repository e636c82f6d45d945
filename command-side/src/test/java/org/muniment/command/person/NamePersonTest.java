package org.muniment.command.person;

import static org.muniment.command.person.Somebody.PROPOSER;
import static org.muniment.command.person.Somebody.erased;
import static org.muniment.command.person.Somebody.name;
import static org.muniment.command.person.Somebody.named;
import static org.muniment.command.person.Somebody.proposedBy;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.muniment.command.dispatch.RefusedBy;

class NamePersonTest {
    private final FixtureConfiguration<Person> person = new AggregateTestFixture<>(Person.class);

    @Test
    void aPersonIsNamedByCommitmentsAlone() {
        person.givenNoPriorActivity().when(name()).expectEvents(named());
    }

    @Test
    void theIdOfAPersonCannotBeTakenTwiceNotEvenByTheSameWords() {
        person.given(named())
                .when(name())
                .expectNoEvents()
                .expectException(RefusedBy.rule("id-taken", "id"));
    }

    @Test
    void whoWasErasedIsNeverNamedAgain() {
        person.given(named(), proposedBy(PROPOSER), erased())
                .when(name())
                .expectNoEvents()
                .expectException(RefusedBy.rule("erased"));
    }
}
