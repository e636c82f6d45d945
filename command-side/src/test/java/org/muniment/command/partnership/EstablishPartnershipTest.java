package org.muniment.command.partnership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.muniment.command.partnership.ChorleySouthRibble.NAME;
import static org.muniment.command.partnership.ChorleySouthRibble.TERMS;
import static org.muniment.command.partnership.ChorleySouthRibble.establish;
import static org.muniment.command.partnership.ChorleySouthRibble.established;

import java.util.List;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;
import org.muniment.command.dispatch.CommandSideInMemory;
import org.muniment.kernel.partnership.PartnershipCommand.EstablishPartnership;
import org.muniment.kernel.partnership.PartnershipEvent.PartnershipEstablished;
import org.muniment.kernel.partnership.PartnershipId;
import org.muniment.kernel.partnership.Terms;
import org.muniment.kernel.words.Malformed;
import org.muniment.kernel.words.Title;

class EstablishPartnershipTest {
    @Test
    void aPartnershipIsEstablishedOnItsTerms() {
        new AggregateTestFixture<>(Partnership.class)
                .givenNoPriorActivity()
                .when(establish())
                .expectEvents(new PartnershipEstablished(ChorleySouthRibble.ID, NAME, TERMS));
    }

    @Test
    void aPartnershipWithoutCouncilsCannotEvenBeAskedFor() {
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> new Terms(List.of(), TERMS.services(), TERMS.rule()))
                .returns("councils", Malformed::field);
    }

    @Test
    void theIdOfAPartnershipCannotBeTakenTwice() {
        CommandSideInMemory side = CommandSideInMemory.of(new PartnershipModule());
        side.send(establish());

        assertThatExceptionOfType(AggregateStreamCreationException.class)
                .isThrownBy(() -> side.send(establish()));
        assertThat(side.events()).containsExactly(established());
    }

    @Test
    void anotherPartnershipMayHaveTheSameNameAndTerms() {
        PartnershipId other = new PartnershipId("south-ribble-chorley");
        CommandSideInMemory side = CommandSideInMemory.of(new PartnershipModule());

        side.send(establish(), new EstablishPartnership(other, new Title(NAME.value()), TERMS));

        assertThat(side.events())
                .containsExactly(established(), new PartnershipEstablished(other, NAME, TERMS));
    }
}
