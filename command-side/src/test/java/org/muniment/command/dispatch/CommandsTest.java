package org.muniment.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.muniment.command.partnership.ChorleySouthRibble.NAME;
import static org.muniment.command.partnership.ChorleySouthRibble.TERMS;

import java.time.LocalDate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.Test;
import org.muniment.command.partnership.ChorleySouthRibble;
import org.muniment.command.plan.BusinessPlan;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.partnership.PartnershipCommand.EstablishPartnership;
import org.muniment.kernel.partnership.PartnershipId;
import org.muniment.kernel.plan.FigureName;
import org.muniment.kernel.plan.PlanCommand.StateFigure;
import org.muniment.kernel.words.Title;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

class CommandsTest {
    private static final String PLAN = BusinessPlan.ID.value();

    private final CommandSideInMemory side =
            CommandSideInMemory.of(ChorleySouthRibble.module(), BusinessPlan.module());

    @Test
    void aNewThingIsAnsweredWithCreatedAndItsFirstVersion() {
        side.send(ChorleySouthRibble.establish());

        ResponseEntity<Receipt> answer =
                side.commands().create(PLAN, BusinessPlan.adopt(), having(null));

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.CREATED);
        assertThat(answer.getBody()).isEqualTo(new Receipt(PLAN, 1, 2));
        assertThat(answer.getHeaders().getETag()).isEqualTo("\"1\"");
    }

    @Test
    void aChangeIsAnsweredWithTheVersionAfterItAndThePositionOfItsEvent() {
        adoptPlan();

        ResponseEntity<Receipt> answer = state("24", null);

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(answer.getBody()).isEqualTo(new Receipt(PLAN, 2, 3));
        assertThat(answer.getHeaders().getETag()).isEqualTo("\"2\"");
    }

    @Test
    void aCommandThatChangesNothingIsAnsweredWithThePositionOfTheThingsOwnLastEvent() {
        adoptPlan();
        state("24", null);
        side.send(new EstablishPartnership(new PartnershipId("later"), NAME, TERMS));

        assertThat(state("24", null).getBody()).isEqualTo(new Receipt(PLAN, 2, 3));
        assertThat(side.events()).hasSize(4);
    }

    @Test
    void theExpectedVersionLetsTheChangeThrough() {
        adoptPlan();

        assertThat(state("24", 1L).getBody()).isEqualTo(new Receipt(PLAN, 2, 3));
    }

    @Test
    void aVersionThatIsNoLongerThePresentOneIsStale() {
        adoptPlan();
        state("24", null);

        assertThatExceptionOfType(StaleVersion.class)
                .isThrownBy(() -> state("25", 1L))
                .returns(1L, StaleVersion::expected)
                .returns(2L, StaleVersion::actual);
        assertThat(side.events()).hasSize(3);
    }

    @Test
    void aVersionThatIsNotYetThePresentOneIsStale() {
        adoptPlan();

        assertThatExceptionOfType(StaleVersion.class)
                .isThrownBy(() -> state("25", 9L))
                .returns(9L, StaleVersion::expected)
                .returns(1L, StaleVersion::actual);
        assertThat(side.events()).hasSize(2);
    }

    @Test
    void aChangeWithoutTheVersionLastSeenIsNotCarriedOut() {
        adoptPlan();

        assertThatExceptionOfType(VersionMissing.class)
                .isThrownBy(() -> side.commands().change(PLAN, statement("25"), having(null)));
        assertThat(side.events()).hasSize(2);
    }

    @Test
    void aChangeWithTheVersionLastSeenIsCarriedOut() {
        adoptPlan();

        assertThat(side.commands().change(PLAN, statement("25"), having(1L)).getBody())
                .isEqualTo(new Receipt(PLAN, 2, 3));
    }

    @Test
    void anUnknownThingIsUnknownWhereNoVersionIsSaidEither() {
        assertThatExceptionOfType(AggregateNotFoundException.class)
                .isThrownBy(() -> side.commands().change(PLAN, statement("24"), having(null)));
    }

    @Test
    void whetherAVersionWasRequiredIsNotKeptInEvents() {
        adoptPlan();
        side.commands().change(PLAN, statement("25"), having(1L));

        assertThat(side.metaData().get(2))
                .doesNotContainKeys(Commands.EXPECTED_VERSION, Commands.VERSION_REQUIRED);
    }

    @Test
    void anUnknownThingIsUnknownWhateverVersionIsExpected() {
        assertThatExceptionOfType(AggregateNotFoundException.class)
                .isThrownBy(() -> state("24", 1L));
    }

    @Test
    void aCommandThatIsNotOnDiskIsNotAnswered() {
        adoptPlan();
        side.diskFails(true);

        assertThatIllegalStateException().isThrownBy(() -> state("24", null));
        assertThat(side.events()).hasSize(2);
    }

    private void adoptPlan() {
        side.send(ChorleySouthRibble.establish(), BusinessPlan.adopt());
    }

    private ResponseEntity<Receipt> state(String value, Long expectedVersion) {
        return side.commands().add(PLAN, statement(value), having(expectedVersion));
    }

    private static StateFigure statement(String value) {
        return new StateFigure(
                BusinessPlan.ID,
                LocalDate.of(2017, 7, 31),
                new FigureName("projects.total"),
                Figure.of(value),
                new Title("Report of 14 September 2017"));
    }

    private static Caller having(Long expectedVersion) {
        return new Caller("secretariat", "secretariat", null, "request-1", expectedVersion);
    }
}
