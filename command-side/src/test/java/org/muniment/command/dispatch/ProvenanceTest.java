package org.muniment.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.junit.jupiter.api.Test;
import org.muniment.command.partnership.ChorleySouthRibble;

class ProvenanceTest {
    private static final Caller ADMIN =
            new Caller("u-7", "admin", "the councils have agreed", "request-1", 0L);

    @Test
    void anEventCarriesWhoInWhichRoleWhyByWhichCommandAndWhatCausedIt() {
        CommandSideInMemory side = CommandSideInMemory.of(ChorleySouthRibble.module());

        establish(side, ADMIN);

        Map<String, Object> carried = side.metaData().get(0);
        assertThat(carried)
                .containsOnlyKeys("by", "role", "why", "command", "correlationId", "causationId")
                .containsEntry("by", "u-7")
                .containsEntry("role", "admin")
                .containsEntry("why", "the councils have agreed")
                .containsEntry("command", "EstablishPartnership")
                .containsEntry("correlationId", "request-1");
        assertThat(carried.get("causationId")).asString().isNotBlank();
    }

    @Test
    void whereNobodySaysWhyTheEventSaysSo() {
        CommandSideInMemory side = CommandSideInMemory.of(ChorleySouthRibble.module());

        establish(side, new Caller("u-7", "admin", null, "request-1", null));

        assertThat(side.metaData().get(0)).containsEntry("why", "not stated");
    }

    @Test
    void onlyAnEventOfTheDemoIsMarkedAsSuch() {
        CommandSideInMemory demo = CommandSideInMemory.demoOf(ChorleySouthRibble.module());

        establish(demo, ADMIN);

        assertThat(demo.metaData().get(0))
                .containsOnlyKeys(
                        "by", "role", "why", "command", "correlationId", "causationId", "demo")
                .containsEntry("demo", true);
    }

    @Test
    void theCauseOfAnEventIsItsCommand() {
        CommandMessage<Object> command =
                new GenericCommandMessage<>(ChorleySouthRibble.establish(), Map.of("by", "u-7"));

        assertThat(new Provenance(false).correlationDataFor(command))
                .isEqualTo(Map.of("by", "u-7", "causationId", command.getIdentifier()));
    }

    @Test
    void theVersionTheSenderExpectedIsNoPartOfTheRecord() {
        CommandMessage<Object> command =
                new GenericCommandMessage<>(
                        ChorleySouthRibble.establish(), Map.of(Commands.EXPECTED_VERSION, 3L));

        assertThat(new Provenance(false).correlationDataFor(command))
                .doesNotContainKey(Commands.EXPECTED_VERSION);
    }

    private static void establish(CommandSideInMemory side, Caller caller) {
        side.commands()
                .create(ChorleySouthRibble.ID.value(), ChorleySouthRibble.establish(), caller);
    }
}
