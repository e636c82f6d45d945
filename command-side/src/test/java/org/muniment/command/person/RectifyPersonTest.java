package org.muniment.command.person;

import static org.muniment.command.person.Somebody.ANOTHER;
import static org.muniment.command.person.Somebody.FASS;
import static org.muniment.command.person.Somebody.ID;
import static org.muniment.command.person.Somebody.PROPOSER;
import static org.muniment.command.person.Somebody.SAID;
import static org.muniment.command.person.Somebody.SAID_ANEW;
import static org.muniment.command.person.Somebody.confirm;
import static org.muniment.command.person.Somebody.erased;
import static org.muniment.command.person.Somebody.named;
import static org.muniment.command.person.Somebody.proposedBy;

import java.util.List;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.muniment.command.dispatch.RefusedBy;
import org.muniment.kernel.person.LegalBasis;
import org.muniment.kernel.person.PersonCommand.RectifyPerson;
import org.muniment.kernel.person.PersonEvent.PersonErased;
import org.muniment.kernel.person.PersonEvent.PersonNamed;
import org.muniment.kernel.person.PersonalField;

class RectifyPersonTest {
    private final FixtureConfiguration<Person> person = new AggregateTestFixture<>(Person.class);

    @Test
    void whatIsSaidAnewReplacesEverythingSaidBefore() {
        person.given(named())
                .when(new RectifyPerson(ID, SAID_ANEW))
                .expectEvents(new PersonNamed(ID, SAID_ANEW, FASS));
    }

    @Test
    void theSameSaidAgainIsRecordedOnce() {
        person.given(named())
                .when(new RectifyPerson(ID, SAID))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void whatWasSaidAtFirstMayBeSaidAgainLater() {
        person.given(named(), new PersonNamed(ID, SAID_ANEW, FASS))
                .when(new RectifyPerson(ID, SAID))
                .expectEvents(named());
    }

    @Test
    void nothingIsRectifiedOfSomebodyUnknown() {
        person.givenNoPriorActivity()
                .when(new RectifyPerson(ID, SAID))
                .expectNoEvents()
                .expectException(AggregateNotFoundException.class);
    }

    @Test
    void nothingIsSaidOfWhoWasErased() {
        person.given(named(), proposedBy(PROPOSER), erased())
                .when(new RectifyPerson(ID, SAID_ANEW))
                .expectNoEvents()
                .expectException(RefusedBy.rule("erased"));
    }

    @Test
    void anErasureProposedBeforeStillStandsAndIsOfWhatIsInForce() {
        person.given(named(), proposedBy(PROPOSER), new PersonNamed(ID, SAID_ANEW, FASS))
                .when(confirm(ANOTHER))
                .expectEvents(
                        new PersonErased(
                                ID,
                                List.of(PersonalField.NAME),
                                LegalBasis.OBJECTION,
                                Somebody.CASE,
                                PROPOSER));
    }
}
